package io.github.flippingbookemulator.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.account.Plan;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The effect of an account's plan and domains on its publications. */
class PlanTest {
  private static final String LIST = "/fbonline/publication";

  @AutoClose final TestEmulator service = TestEmulator.frozen();

  @Test
  void the_plan_limits_the_number_of_publications() {
    account().plan(withPublications(2));
    service.create("{}");
    service.create("{}");

    assertThat(service.api().post(LIST, "{}").refused(403, "PublicationLimitExceeded"))
        .contains("2");
    assertThat(service.api().get(LIST).ok().at("/total").intValue()).isEqualTo(2);
  }

  @Test
  void trashed_publications_do_not_count() {
    account().plan(withPublications(1));
    String first = service.create("{}");
    service.api().delete(first).ok();
    service.create("{}");

    service.api().post(LIST, "{}").refused(403, "PublicationLimitExceeded");
  }

  @Test
  void a_publication_that_its_only_source_took_to_the_trash_does_not_count_either() {
    account().plan(withPublications(1));
    service.create("{data: 'not base64!'}");
    service.emulator().conversions().finishAll();

    assertThatCode(() -> service.create("{}")).doesNotThrowAnyException();
  }

  @Test
  void the_limit_is_looked_at_last() {
    account().plan(withPublications(0));

    service.api().post(LIST, "{name: 5}").refused(500, "InternalError");
    service.api().post(LIST, "{folder: 99}").refused(404, "ObjectNotFound");
    service.api().post(LIST, "{domain: 'x.example'}").refused(500, "InternalError");
    service.api().post(LIST, "{}").refused(403, "PublicationLimitExceeded");
  }

  @Test
  void a_publication_is_on_the_first_custom_domain_unless_it_names_another() {
    account().domains(List.of("a.example", "b.example"));

    assertThat(domain(service.create("{}"))).isEqualTo("a.example");
    assertThat(domain(service.create("{domain: null}"))).isEqualTo("a.example");
    assertThat(domain(service.create("{domain: 'b.example'}"))).isEqualTo("b.example");
  }

  @Test
  void an_update_moves_a_publication_to_another_domain_and_otherwise_leaves_it() {
    account().domains(List.of("a.example", "b.example"));
    String path = service.create("{domain: 'b.example'}");

    service.api().post(path, "{name: 'Spring'}").ok();
    assertThat(domain(path)).isEqualTo("b.example");
    service.api().post(path, "{domain: 'a.example'}").ok();
    assertThat(domain(path)).isEqualTo("a.example");
  }

  @Test
  void a_domain_that_the_account_does_not_have_is_refused() {
    service.api().post(LIST, "{domain: 'a.example'}").refused(500, "InternalError");
    account().domains(List.of("a.example"));

    assertThat(
            service
                .api()
                .post(LIST, "{domain: 'online.flippingbook.com'}")
                .refused(500, "InternalError"))
        .contains("domain", "online.flippingbook.com", "a.example");
  }

  @Test
  void a_plan_without_custom_domains_has_no_such_feature() {
    account().domains(List.of("a.example"));
    account().plan(new Plan(10, 10, 10, false));
    String path = service.create("{}");

    assertThat(domain(path)).isEqualTo("online.flippingbook.com");
    service.api().post(LIST, "{domain: 'a.example'}").refused(403, "FeatureNotAvailable");
    service.api().post(path, "{domain: 'a.example'}").refused(403, "FeatureNotAvailable");
  }

  @Test
  void customization_works_for_every_plan() {
    account().plan(new Plan(1, 0, 0, false));
    String path = service.create("{}");

    service
        .api()
        .post(path + "/customize", "{setPasswordProtection: 'auto', logoUrl: 'https://a.example/'}")
        .ok();
  }

  private AccountControl account() {
    return service.emulator().accounts().defaultAccount();
  }

  private String domain(String path) {
    return service.publication(path).get("domain").textValue();
  }

  private static Plan withPublications(int most) {
    return new Plan(most, 0, 0, true);
  }
}
