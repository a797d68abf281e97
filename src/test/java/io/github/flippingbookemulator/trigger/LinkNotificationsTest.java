package io.github.flippingbookemulator.trigger;

import static io.github.flippingbookemulator.testkit.LinkClient.LINKS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.reader.VisitControl;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.LinkClient;
import io.github.flippingbookemulator.testkit.PublicationClient;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.testkit.TriggerClient;
import io.github.flippingbookemulator.trigger.Delivery.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the owner of a link is told, by the link's own settings. */
class LinkNotificationsTest {
  @AutoClose private final Emulator emulator = Emulator.start(TestEmulator.IMMEDIATE);
  private final Api api = new Api(emulator);
  private final PublicationClient publications = new PublicationClient(emulator);
  private final LinkClient links = new LinkClient(emulator);
  private final TriggerClient triggers = new TriggerClient(emulator);

  @Test
  void a_link_without_settings_tells_nothing() {
    visit(links.create(publications.publish()), 1).print();

    assertThat(mailed()).isEmpty();
    assertThat(emulator.deliveries().all()).isEmpty();
  }

  @Test
  void a_mail_goes_to_the_address_of_the_account_and_names_what_happened() {
    String publication = publications.publish();
    JsonNode link = links.create(publication, "onViewTriggerSingle: true");
    links.open(link);

    Mail mail = emulator.outbox().mails().get(0);

    assertThat(mail.recipient()).isEqualTo("account-1@example.com");
    assertThat(mail.at()).isEqualTo(emulator.clock().now());
    assertThat(mail.event()).isEqualTo(EventName.SESSION);
    assertThat(mail.subject()).contains("session");
    assertThat(mail.text()).contains(publication, LinkClient.id(link));
    assertThat(emulator.deliveries().all()).isEmpty();
    emulator.outbox().clear();
    assertThat(emulator.outbox().mails()).isEmpty();
  }

  @Test
  void a_single_view_is_reported_once() {
    JsonNode link = links.create(publications.publish(), "onViewTriggerSingle: true");
    visit(link, 3);
    links.change(link, "{newState: 'Disable'}");
    links.change(link, "{newState: 'Enable', onViewTriggerSingle: false}");
    links.change(link, "{onViewTriggerSingle: true}");
    visit(link, 1);

    assertThat(mailed()).containsExactly(EventName.SESSION);
  }

  @Test
  void ten_views_are_reported_and_earlier_reports_count() {
    JsonNode link = links.create(publications.publish(), "onViewTriggerSingle: true");
    visit(link, 4);
    links.change(link, "{onViewTrigger: true}");
    visit(link, 8);

    assertThat(mailed()).hasSize(1 + 6);
  }

  @Test
  void a_print_or_a_download_is_reported_whichever_comes_first_and_once() {
    JsonNode printed = links.create(publications.publish(), "onDownload: true");
    VisitControl visit = visit(printed, 1);
    visit.print();
    visit.download();
    visit.print();
    visit(printed, 1).download();
    assertThat(mailed()).containsExactly(EventName.PRINT);

    links.change(printed, "{onDownload: false}");
    links.change(printed, "{onDownload: true}");
    visit(printed, 1).print();
    assertThat(mailed()).hasSize(1);

    visit(links.create(publications.publish(), "onDownload: true"), 1).download();
    assertThat(mailed()).containsExactly(EventName.PRINT, EventName.DOWNLOAD);
  }

  @Test
  void a_link_that_is_not_opened_is_reported_once() {
    links.create(
        publications.publish(),
        "onNotOpenedUntil: '%s'".formatted(emulator.clock().now().plus(Duration.ofHours(1))));

    emulator.clock().advance(Duration.ofDays(3));

    assertThat(mailed()).containsExactly(EventName.NOT_VIEWED_UNTIL);
  }

  @Test
  void what_does_not_come_through_the_link_is_not_reported() {
    String publication = publications.publish();
    links.create(publication, "onViewTrigger: true, onDownload: true");
    visit(links.create(publication), 1).print();
    emulator.readers().open(publications.hashId(publication)).download();

    assertThat(mailed()).isEmpty();
  }

  @Test
  void with_zapier_a_notification_is_undeliverable_until_there_is_an_endpoint() {
    JsonNode link =
        links.create(publications.publish(), "notificationType: 'Zapier', onViewTrigger: true");
    links.open(link);
    emulator.clock().advance(Duration.ZERO);
    Delivery lost = emulator.deliveries().all().get(0);
    assertThat(lost.state()).isEqualTo(State.UNDELIVERABLE);
    assertThat(lost.triggerId()).isEqualTo(link.get("triggerId").textValue());
    assertThat(lost.endpoint()).isNull();
    assertThat(lost.tries()).isEmpty();

    InboxControl zap = emulator.inbox("zap");
    hook(link, zap, "");
    links.open(link);

    assertThat(triggers.events(zap)).containsExactly("session");
    assertThat(emulator.deliveries().all())
        .extracting(Delivery::state)
        .containsExactly(State.UNDELIVERABLE, State.DELIVERED);
    assertThat(mailed()).isEmpty();
  }

  @Test
  void the_events_of_a_hook_do_not_lift_the_limits_of_the_settings() {
    JsonNode link =
        links.create(
            publications.publish(),
            "notificationType: 'Zapier', onViewTriggerSingle: true, onDownload: true");
    InboxControl zap = emulator.inbox("zap");
    hook(link, zap, ", events: ['session', 'download', 'notViewedUntil']");

    VisitControl visit = visit(link, 3);
    visit.download();
    visit.download();

    assertThat(triggers.events(zap)).containsExactly("session", "download");
  }

  @Test
  void the_events_of_a_hook_are_reported_where_the_settings_are_off() {
    JsonNode link = links.create(publications.publish(), "notificationType: 'Zapier'");
    InboxControl zap = emulator.inbox("zap");
    hook(link, zap, ", events: ['download']");

    VisitControl visit = visit(link, 1);
    visit.download();
    visit.print();
    visit.download();

    assertThat(triggers.events(zap)).containsExactly("download", "download");
  }

  @Test
  void a_link_can_change_from_zapier_to_mail() {
    JsonNode link =
        links.create(publications.publish(), "notificationType: 'Zapier', onViewTrigger: true");
    InboxControl zap = emulator.inbox("zap");
    hook(link, zap, "");
    links.open(link);
    links.change(link, "{notificationType: 'Email'}");
    links.open(link);

    assertThat(triggers.events(zap)).hasSize(1);
    assertThat(mailed()).containsExactly(EventName.SESSION);
  }

  private VisitControl visit(JsonNode link, int times) {
    VisitControl last = links.open(link);
    for (int i = 1; i < times; i++) {
      last = links.open(link);
    }
    return last;
  }

  private void hook(JsonNode link, InboxControl inbox, String more) {
    api.post(
            LINKS + "/hook/" + link.get("triggerId").textValue(),
            "{endpoint: '%s'%s}".formatted(inbox.url(), more))
        .ok();
  }

  private List<EventName> mailed() {
    emulator.clock().advance(Duration.ZERO);
    return emulator.outbox().mails().stream().map(Mail::event).toList();
  }
}
