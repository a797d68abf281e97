package io.github.flippingbookemulator.examples;

import static io.github.flippingbookemulator.assertj.EmulatorAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.account.Plan;
import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.fault.CallMatcher;
import io.github.flippingbookemulator.fault.Fault;
import io.github.flippingbookemulator.junit.FlippingBookEmulator;
import io.github.flippingbookemulator.trigger.InboxControl;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@FlippingBookEmulator
class CatalogPublisherTest {
  private final byte[] pdf = Pdfs.catalog();
  private CatalogPublisher publisher;

  @BeforeEach
  void connect(Emulator flippingBook) {
    publisher = new CatalogPublisher(flippingBook.apiUrl(), flippingBook.apiKey());
  }

  // docs: shown
  @Test
  void publishes_and_waits_for_conversion(Emulator flippingBook) throws Exception {
    String id = publisher.publish("Spring catalog", pdf);

    assertThat(flippingBook).publication(id).isConverted().hasPages(12);
  }

  // docs: end

  // docs: shown
  @Test
  void publishes_what_is_on_the_web_without_the_web(Emulator flippingBook) throws Exception {
    URI url = URI.create("https://example.com/spring.pdf");
    flippingBook.files().register(url.toString(), pdf);

    assertThat(flippingBook).publication(publisher.publish("Spring", url)).hasPages(12);
  }

  // docs: end

  // docs: shown
  @Test
  void says_so_when_the_service_cannot_convert(Emulator flippingBook) {
    flippingBook.conversions().failNext("the converter ran out of memory");

    assertThatThrownBy(() -> publisher.publish("Spring catalog", pdf))
        .hasMessageContaining("cannot convert");
  }

  // docs: end

  // docs: shown
  @Test
  void publishes_once_even_if_the_answer_gets_lost(Emulator flippingBook) throws Exception {
    flippingBook
        .faults()
        .add(new Fault.CutAfter(), CallMatcher.next().to("POST", "/fbonline/publication"));

    publisher.publish("Spring catalog", pdf);
    assertThat(flippingBook.publications().all()).hasSize(1);
  }

  @Test
  void tries_again_when_it_was_too_fast(Emulator flippingBook) throws Exception {
    flippingBook.faults().add(new Fault.Refuse(ErrorCode.RATE_LIMIT_EXCEEDED), CallMatcher.next(2));

    publisher.publish("Spring catalog", pdf);
    assertThat(flippingBook).requests().withStatus(429).hasSize(2);
  }

  // docs: end

  @Test
  void protects_a_catalog_with_a_password(Emulator flippingBook) throws Exception {
    String id = publisher.publish("Price list", pdf);
    String password = publisher.protect(id);

    assertThat(password).matches("[0-9]{6}");
    assertThat(flippingBook).publication(id).isPasswordProtected();
  }

  // docs: shown
  @Test
  void is_told_of_leads(Emulator flippingBook, InboxControl inbox) throws Exception {
    publisher.tellLeads(inbox.url());
    String link = publisher.share(publisher.publish("Spring catalog", pdf), "Ann");
    flippingBook.readers().openLink(link).submitLead("ann@example.com");

    assertThat(inbox.await(1).get(0).body()).contains("ann@example.com");
    assertThat(flippingBook).deliveries().ofEvent("lead").hasSize(1);
  }

  // docs: end

  // docs: shown
  @Test
  void a_deleted_catalog_is_gone_after_a_month(Emulator flippingBook) throws Exception {
    String id = publisher.publish("Old catalog", pdf);
    publisher.delete(id);

    assertThat(flippingBook).publication(id).isTrashed();
    flippingBook.clock().advance(Duration.ofDays(31));
    assertThat(flippingBook.publications().find(id)).isEmpty();
  }

  // docs: end

  // docs: shown
  @Test
  void a_full_plan_is_told(Emulator flippingBook) {
    flippingBook.accounts().defaultAccount().plan(new Plan(0, 0, 0, false));

    assertThatThrownBy(() -> publisher.publish("One too many", pdf))
        .hasMessageContaining("answered 403");
  }
  // docs: end
}
