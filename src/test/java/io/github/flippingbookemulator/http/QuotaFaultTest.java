package io.github.flippingbookemulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.account.Plan;
import io.github.flippingbookemulator.fault.CallMatcher;
import io.github.flippingbookemulator.fault.Fault;
import io.github.flippingbookemulator.fault.FaultRule;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.testkit.TestEmulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A quota error by a fault looks like a real quota error. */
class QuotaFaultTest {
  private static final String LIST = "/fbonline/publication";

  @AutoClose
  final TestEmulator test = TestEmulator.frozen(options -> options.rateLimit(RateLimit.OFF));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/auth/key                        | {}",
        "/fbonline/publication            | {}",
        "/fbonline/tracked_links          | {publicationUid: 'ID'}",
        "/fbonline/triggers               | {trigger: {events: ['lead'], endpoint:"
            + " 'http://x.test'}}",
        "/fbonline/webhook                | {events: ['lead'], endpoint: 'http://x.test'}",
        "/fbonline/publication/ID/trigger | {events: ['lead'], endpoint: 'http://x.test'}",
        "/fbonline/tracked_links/hook     | {events: ['lead'], endpoint: 'http://x.test'}"
      })
  void it_has_the_code_of_the_real_limit(String path, String body) {
    String id = TestEmulator.id(test.create("{}"));
    String realPath = path.replace("ID", id);
    String realBody = body.replace("ID", id);
    test.emulator().faults().add(new Fault.QuotaHit(), CallMatcher.next());

    Reply onDemand = test.api().post(realPath, realBody);
    test.api().post(realPath, realBody).ok();
    useUpEverything();
    Reply real = test.api().post(realPath, realBody);

    onDemand.refused(real.status(), real.text("/wellKnownError"));
    assertThat(real.text("/wellKnownError")).endsWith("LimitExceeded");
  }

  @Test
  void it_passes_over_calls_that_create_nothing_limited() {
    FaultRule rule = test.emulator().faults().add(new Fault.QuotaHit(), CallMatcher.next());
    String id = "0".repeat(32);

    test.api().get(LIST).ok();
    test.api().post(LIST + "/" + id, "{}").refused(404, "ObjectNotFound");
    test.api().post(LIST + "/" + id + "/source", "{}").refused(404, "ObjectNotFound");
    test.api().delete("/fbonline/triggers/" + id).refused(404, "ObjectNotFound");

    assertThat(test.emulator().faults().all()).containsExactly(rule);
    test.api().post(LIST, "{}").refused(403, "PublicationLimitExceeded");
  }

  private void useUpEverything() {
    test.emulator().accounts().defaultAccount().plan(new Plan(0, 0, 0, false));
    for (int status = 200; status == 200; ) {
      status = test.api().post("/auth/key", "{}").status();
    }
  }
}
