package io.github.flippingbookemulator.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.reader.Lead.Field;
import io.github.flippingbookemulator.reader.ReaderEvent.LeadSubmitted;
import io.github.flippingbookemulator.reader.ReaderEvent.SessionEnded;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Json;
import io.github.flippingbookemulator.testkit.LinkClient;
import io.github.flippingbookemulator.testkit.PublicationClient;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.testkit.TriggerClient;
import io.github.flippingbookemulator.trigger.InboxControl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What readers do, without a browser. */
class ReadersTest {
  @AutoClose private final Emulator emulator = Emulator.start(TestEmulator.IMMEDIATE);
  private final Api api = new Api(emulator);
  private final PublicationClient publications = new PublicationClient(emulator);
  private final LinkClient links = new LinkClient(emulator);
  private final TriggerClient triggers = new TriggerClient(emulator);

  @Test
  void of_visits_that_nobody_ends_the_newest_are_kept() {
    String hashId = publications.hashId(publications.publish());
    VisitControl first = emulator.readers().open(hashId);
    VisitControl second = emulator.readers().open(hashId);
    for (int i = 1; i < 20_000; i++) {
      emulator.readers().open(hashId);
    }

    assertThat(emulator.readers().visit(first.session().id())).isEmpty();
    second.print();
    first.leave();
    assertThatExceptionOfType(Refusal.class).isThrownBy(first::print);
  }

  @Test
  void a_publication_is_opened_by_its_hash_id_only_while_there_is_something_to_read() {
    String publication = publications.publish();
    String hashId = publications.hashId(publication);
    String empty = api.post("/fbonline/publication", "{name: 'Empty'}").ok().text("/hashId");

    VisitControl visit = emulator.readers().open(hashId);
    assertThat(visit.session().publicationId()).isEqualTo(publication);
    assertThat(visit.session().linkId()).isNull();
    assertThat(emulator.readers().visit(visit.session().id()).orElseThrow()).isSameAs(visit);
    assertNothingToRead(() -> emulator.readers().open(empty));
    assertNothingToRead(() -> emulator.readers().open("000000000"));
    assertNothingToRead(() -> emulator.readers().openLink("nothing"));
    api.delete("/fbonline/publication/" + publication).ok();
    assertNothingToRead(() -> emulator.readers().open(hashId));
  }

  @Test
  void a_visit_ends_once() {
    JsonNode link = links.create(publications.publish());
    List<ReaderEvent> ends = new ArrayList<>();
    emulator.events().on(SessionEnded.class, ends::add);
    VisitControl visit = links.open(link);
    emulator.clock().advance(Duration.ofSeconds(7));

    visit.leave();
    visit.leave();
    visit.leaveAfter(Duration.ofHours(1));

    assertThat(ends).hasSize(1);
    assertThat(emulator.readers().visit(visit.session().id())).isEmpty();
    assertThat(links.read(link).at("/shortStats/fullStats/viewDuration").intValue()).isEqualTo(7);
  }

  @Test
  void each_opening_of_a_link_is_a_session_of_its_own() {
    JsonNode link = links.create(publications.publish());

    VisitControl first = links.open(link);
    VisitControl second = links.open(link);

    assertThat(first.session().opening()).isEqualTo(1);
    assertThat(second.session().opening()).isEqualTo(2);
    assertThat(first.session().id()).isNotEqualTo(second.session().id());
    assertThat(first.session().linkId()).isEqualTo(LinkClient.id(link));
  }

  @Test
  void a_lead_form_can_have_other_fields_and_markup_stays_as_it_is_typed() {
    InboxControl inbox = triggers.create("lead");
    String publication = publications.publish();
    List<Field> form =
        List.of(
            new Field("E-mail & more", Lead.Type.EMAIL),
            new Field("<Name>", Lead.Type.TEXT),
            new Field("Phone", Lead.Type.PHONE));
    emulator.readers().leadForm(publication, form);
    List<LeadSubmitted> leads = new ArrayList<>();
    emulator.events().on(LeadSubmitted.class, leads::add);

    VisitControl visit = emulator.readers().open(publications.hashId(publication));
    visit.submitLead("a@example.com", "<script>alert(\"é\\\")</script>", " \t ");

    assertThat(leads.get(0).lead().answers().get(1).value())
        .isEqualTo("<script>alert(\"é\\\")</script>");
    JsonNode info = triggers.received(inbox).get(0).get("additionalInfo");
    assertThat(info.get("uniqueKey").textValue()).isEqualTo("E-mail & more:2:a@example.com");
    assertThat(info.get("data"))
        .isEqualTo(
            Json.parse(
                """
                [{"Name": "E-mail & more", "Type": "Email", "Value": "a@example.com"},
                 {"Name": "<Name>", "Type": "Text", "Value": "<script>alert(\\"é\\\\\\")</script>"},
                 {"Name": "Phone", "Type": "Phone", "Value": " \\t "}]
                """));
    assertThatThrownBy(() -> visit.submitLead("a@example.com"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> emulator.readers().leadForm(publication, form.subList(1, 3)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readers_reach_the_publications_of_all_accounts() {
    Api stranger = Api.ofNewAccount(emulator);
    PublicationClient others = new PublicationClient(stranger);
    String publication = others.publish();
    JsonNode link = new LinkClient(emulator, stranger).create(publication);

    assertThat(emulator.readers().open(others.hashId(publication)).session().accountId())
        .isEqualTo(2);
    assertThat(links.open(link).session().accountId()).isEqualTo(2);
  }

  private static void assertNothingToRead(Runnable opening) {
    assertThatThrownBy(opening::run)
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.code()).isEqualTo(ErrorCode.OBJECT_NOT_FOUND));
  }
}
