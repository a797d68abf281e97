package io.github.flippingbookemulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.account.Folder;
import io.github.flippingbookemulator.account.Plan;
import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.event.DomainEvent;
import io.github.flippingbookemulator.event.EventsControl.Subscription;
import io.github.flippingbookemulator.fault.CallMatcher;
import io.github.flippingbookemulator.fault.Fault;
import io.github.flippingbookemulator.fault.FaultRule;
import io.github.flippingbookemulator.fidelity.FidelityStatement;
import io.github.flippingbookemulator.internal.control.Timeline;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.journal.JournalControl.Page;
import io.github.flippingbookemulator.journal.JournalEntry.Happening;
import io.github.flippingbookemulator.journal.JournalEntry.Request;
import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.publication.PublicationEvent;
import io.github.flippingbookemulator.publication.PublicationEvent.PublicationTrashed;
import io.github.flippingbookemulator.reader.Lead.Field;
import io.github.flippingbookemulator.reader.Lead.Type;
import io.github.flippingbookemulator.reader.ReaderEvent.LeadSubmitted;
import io.github.flippingbookemulator.reader.ReaderEvent.LinkClicked;
import io.github.flippingbookemulator.reader.ReaderEvent.Printed;
import io.github.flippingbookemulator.reader.VisitControl;
import io.github.flippingbookemulator.snapshot.Snapshot;
import io.github.flippingbookemulator.source.Outcome;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.source.Source;
import io.github.flippingbookemulator.source.SourceState;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.LinkClient;
import io.github.flippingbookemulator.testkit.PublicationClient;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.testkit.TriggerClient;
import io.github.flippingbookemulator.trigger.Delivery;
import io.github.flippingbookemulator.trigger.Delivery.State;
import io.github.flippingbookemulator.trigger.EventName;
import io.github.flippingbookemulator.trigger.InboxControl;
import io.github.flippingbookemulator.trigger.InboxControl.Reaction;
import io.github.flippingbookemulator.trigger.Trigger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an {@link EmulatorControl} promises, whichever way it steers the emulator: every group, what
 * it brings and what it throws. What it brings is held to what the emulator in this JVM tells.
 */
public abstract class ControlContract {
  @AutoClose
  protected final Emulator emulator =
      Emulator.start(TestEmulator.IMMEDIATE.webhookTimeout(Duration.ofSeconds(10)));

  protected final Api api = new Api(emulator);
  protected final PublicationClient publications = new PublicationClient(emulator);
  protected final LinkClient links = new LinkClient(emulator);
  protected final TriggerClient triggers = new TriggerClient(emulator);

  public EmulatorControl control;

  protected abstract EmulatorControl control(Emulator emulator);

  @BeforeEach
  void connect() {
    control = control(emulator);
  }

  @AfterEach
  void lookAtTheEnd() {
    emulator.clock().advance(Duration.ZERO);
    // A timeline reads journal and deliveries with all their records.
    assertThat(Timeline.of(control).full()).isEqualTo(Timeline.of(emulator).full());
  }

  @Test
  void it_tells_where_the_emulator_is_and_a_key_to_call_with() {
    assertThat(control.uri()).isEqualTo(emulator.uri());
    assertThat(control.apiUrl()).isEqualTo(emulator.apiUrl());
    assertThat(control.apiKey()).isEqualTo(emulator.apiKey());
  }

  @Test
  void the_clock_is_read_advanced_hurried_and_frozen() {
    Instant before = control.clock().now();
    control.clock().advance(Duration.ofSeconds(90, 1_000));
    assertThat(control.clock().now()).isEqualTo(before.plusSeconds(90).plusNanos(1_000));
    assertThat(control.clock().now()).isEqualTo(emulator.clock().now());

    control.clock().speed(2.5);
    assertThat(control.clock().speed()).isEqualTo(2.5);
    control.clock().freeze();
    assertThat(emulator.clock().speed()).isZero();

    assertThatIllegalArgumentException().isThrownBy(() -> control.clock().speed(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> control.clock().speed(Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> control.clock().advance(Duration.ofSeconds(-1)));
  }

  @Test
  void conversions_are_stepped_held_released_and_finished() {
    control.conversions().pace(Pace.MANUAL);
    assertThat(control.conversions().pace()).isEqualTo(Pace.MANUAL);
    String publication = publications.publish();
    String other = publications.publish("Other");
    Source source = control.conversions().of(publication).get(0);
    assertThat(source.state()).isEqualTo(SourceState.WAIT_AUTO_QUEUE);
    assertThat(control.conversions().all()).isEqualTo(emulator.conversions().all()).hasSize(2);

    control.conversions().hold(source.id());
    assertThat(control.conversions().get(source.id()).state())
        .isEqualTo(SourceState.WAIT_MANUAL_QUEUE);
    control.conversions().release(source.id());
    control.conversions().step(source.id());
    assertThat(control.conversions().get(source.id()))
        .isEqualTo(emulator.conversions().get(source.id()))
        .extracting(Source::state)
        .isNotEqualTo(SourceState.WAIT_MANUAL_QUEUE);
    assertThatIllegalStateException()
        .isThrownBy(
            () -> {
              control.conversions().step(source.id());
              control.conversions().step(source.id());
              control.conversions().hold(source.id());
            })
        .withMessageContaining("only a source that is not queued yet can be held back");
    control.conversions().finish(source.id());
    assertThat(control.conversions().get(source.id()).totalPages()).isEqualTo(3);

    String second = control.conversions().of(other).get(0).id();
    control.conversions().fail(second, "out of paper");
    assertThat(control.conversions().get(second).failure()).isEqualTo("out of paper");
    publications.addSource(publication);
    control.finishConversions();
    assertThat(control.conversions().of(publication).get(1).state())
        .isEqualTo(SourceState.COMPLETED_ALL_STAGES);
  }

  @Test
  void what_comes_next_is_decided_before() {
    control.conversions().nextPace(Pace.MANUAL);
    control.conversions().finishNextAfterPolls(2);
    control.conversions().nextOutcome(new Outcome.Stuck(SourceState.QUEUED));
    control.conversions().failNext("a bad day");
    control.conversions().refuseNext("no room");

    Source first = control.conversions().of(publications.publish("one")).get(0);
    Source second = control.conversions().of(publications.publish("two")).get(0);
    assertThat(first.state()).isEqualTo(SourceState.WAIT_AUTO_QUEUE);
    assertThat(second.state()).isEqualTo(SourceState.WAIT_AUTO_QUEUE);

    control.conversions().pace(first.id(), Pace.IMMEDIATE);
    control.conversions().finishAfterPolls(second.id(), 1);
    api.get("/fbonline/publication/" + second.publicationId() + "/source").ok();
    assertThat(control.conversions().get(first.id()).state()).isEqualTo(SourceState.QUEUED);
    assertThat(control.conversions().get(second.id()).failure()).isEqualTo("a bad day");
    assertThat(control.conversions().of(publications.publish("three"))).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> control.conversions().finishNextAfterPolls(0))
        .withMessage("polls is 1 or more, not 0");
  }

  @Test
  void a_source_that_is_not_there_is_an_illegal_argument() {
    String message = "there is no source with the id 'abc'";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> control.conversions().get("abc"))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> control.conversions().finish("abc"))
        .withMessage(message);
    assertThat(control.conversions().of("abc")).isEmpty();
  }

  @Test
  void files_are_registered_by_address(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("b.pdf"), TestPdfs.pages(2));
    String address = "https://example.com/ä b.pdf?x=1&y=%20#z";
    control.files().register(address, TestPdfs.pages(4));
    control.files().register("https://example.com/b.pdf", file);

    assertThat(pagesOf(address)).isEqualTo(4);
    assertThat(pagesOf("https://example.com/b.pdf")).isEqualTo(2);

    control.files().register("http://127.0.0.1:1/c.pdf", TestPdfs.pages(1));
    control.files().unregister("http://127.0.0.1:1/c.pdf");
    assertThat(pagesOf("http://127.0.0.1:1/c.pdf")).isZero();
  }

  private int pagesOf(String url) {
    String id = api.post("/fbonline/publication", "{url: '" + url + "'}").ok().text("/id");
    emulator.clock().advance(Duration.ZERO);
    return control.conversions().of(id).get(0).totalPages();
  }

  @Test
  void accounts_are_opened_found_and_changed() {
    AccountOptions options =
        new AccountOptions(
            "ann@example.com",
            "token-of-ann",
            List.of("key-of-ann"),
            new Plan(1, 2, 3, true),
            List.of("ann.example.com"),
            List.of(new Folder("7", "Seven")));
    AccountControl ann = control.accounts().open(options);

    assertThat(ann.id()).isEqualTo(2);
    assertThat(ann.email()).isEqualTo("ann@example.com");
    assertThat(ann.accessToken()).isEqualTo("token-of-ann");
    assertThat(ann.hashId()).isEqualTo(emulator.accounts().get(2).hashId());
    assertThat(ann.apiKeys()).containsExactly("key-of-ann");
    assertThat(ann.plan()).isEqualTo(options.plan());
    assertThat(ann.domains()).isEqualTo(options.domains());
    assertThat(ann.folders()).isEqualTo(options.folders());
    assertThat(control.accounts().all()).extracting(AccountControl::id).containsExactly(1L, 2L);
    assertThat(control.accounts().get(2).email()).isEqualTo(ann.email());
    assertThat(control.accounts().defaultAccount().id()).isEqualTo(1);

    ann.plan(Plan.UNLIMITED);
    ann.domains(List.of());
    ann.folders(List.of(new Folder("-1", "ä"), new Folder("2", "")));
    assertThat(ann.plan()).isEqualTo(Plan.UNLIMITED);
    assertThat(emulator.accounts().get(2).domains()).isEmpty();
    assertThat(emulator.accounts().get(2).folders())
        .containsExactly(new Folder("-1", "ä"), new Folder("2", ""));
  }

  @Test
  void an_account_that_nobody_describes_is_as_in_java() {
    AccountControl account = control.accounts().open(AccountOptions.defaults());

    assertThat(account.email()).isEqualTo("account-2@example.com");
    assertThat(account.plan()).isEqualTo(Plan.UNLIMITED);
    assertThat(account.apiKeys()).hasSize(1);
  }

  @Test
  void keys_are_made_and_revoked_up_to_their_limit() {
    AccountControl account = control.accounts().defaultAccount();
    String key = account.addKey();
    assertThat(account.apiKeys()).containsExactly("emulator-key", key);
    for (int i = 2; i < 10; i++) {
      account.addKey();
    }
    assertThatThrownBy(account::addKey)
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.code()).isEqualTo(ErrorCode.KEY_LIMIT_EXCEEDED))
        .hasMessage(messageOf(() -> emulator.accounts().defaultAccount().addKey()));

    account.apiKeys().forEach(control.accounts()::revoke);
    control.accounts().revoke("never there");
    assertThatIllegalStateException().isThrownBy(control::apiKey);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> control.accounts().get(99))
        .withMessage(messageOf(() -> emulator.accounts().get(99)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                control
                    .accounts()
                    .open(AccountOptions.defaults().withAccessToken("emulator-token")))
        .withMessage("the access token 'emulator-token' is another account's");
  }

  @Test
  void publications_are_read_restored_and_shown_to_search_engines() {
    String id = publications.publish("Ä \"quoted\"");
    Publication publication = control.publications().get(id);
    assertThat(publication).isEqualTo(emulator.publications().get(id));
    assertThat(control.publications().all()).containsExactly(publication);
    assertThat(control.publications().of(control.accounts().defaultAccount()))
        .containsExactly(publication);
    AccountControl other = control.accounts().open(AccountOptions.defaults());
    assertThat(control.publications().of(other)).isEmpty();

    assertThat(control.publications().seo(id, true).details().seoEnabled()).isTrue();
    assertThat(control.publications().showState(id, "Deleted").state()).isEqualTo("Deleted");
    assertThat(api.get("/fbonline/publication/" + id).text("/publication/state"))
        .isEqualTo("Deleted");
    assertThat(control.publications().showState(id, null).shownState()).isNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> control.publications().showState(id, "<b>"))
        .withMessageContaining("<b>");
    api.delete("/fbonline/publication/" + id).ok();
    assertThat(control.publications().find(id)).get().matches(Publication::isTrashed);
    assertThat(control.publications().restore(id).isTrashed()).isFalse();
    assertThat(control.publications().find("nothing")).isEmpty();
    assertThatThrownBy(() -> control.publications().seo("nothing", true))
        .isInstanceOfSatisfying(
            Refusal.class, no -> assertThat(no.code()).isEqualTo(ErrorCode.OBJECT_NOT_FOUND))
        .hasMessage(messageOf(() -> emulator.publications().seo("nothing", true)));
    assertThatThrownBy(() -> control.publications().get("nothing"))
        .isInstanceOf(Refusal.class)
        .hasMessage(messageOf(() -> emulator.publications().get("nothing")));
  }

  @Test
  void a_link_expires_when_the_test_wants_it() {
    String publication = publications.publish();
    InboxControl inbox = triggers.create("notViewedUntil");
    JsonNode link = links.create(publication);
    String id = LinkClient.id(link);

    TrackedLink expired = control.links().expire(id);

    assertThat(expired.standing()).isEqualTo(TrackedLink.Status.EXPIRED);
    assertThat(control.links().get(id).state()).isEqualTo("Expired, WithoutNewData");
    assertThat(expired.alerts().notOpenedUntil()).isEqualTo(emulator.clock().now());
    assertThat(inbox.await(1)).hasSize(1);
    assertThatThrownBy(() -> control.links().expire(id))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is expired, so it cannot expire");
    assertThatThrownBy(() -> control.links().expire("nothing")).isInstanceOf(Refusal.class);
  }

  @Test
  void links_and_triggers_are_read_and_statistics_seen() {
    String created =
        triggers.create(emulator.inbox("a"), ", triggerOn: ['trackedlink']", "session", "lead");
    JsonNode json =
        links.create(publications.publish(), "title: 'For Ann', onViewTriggerSingle: true");
    links.open(json).leaveAfter(Duration.ofSeconds(20));
    String id = LinkClient.id(json);

    TrackedLink link = control.links().get(id);
    assertThat(link).isEqualTo(emulator.links().get(id));
    assertThat(link.sinceSeen().duration()).hasSeconds(20);
    assertThat(control.links().all()).containsExactly(link);
    assertThat(control.links().of(control.accounts().defaultAccount())).containsExactly(link);
    assertThat(control.links().seen(id).sinceSeen().count()).isZero();
    assertThat(control.links().find("nothing")).isEmpty();
    assertThatThrownBy(() -> control.links().seen("nothing")).isInstanceOf(Refusal.class);

    Trigger trigger = control.triggers().find(created).orElseThrow();
    assertThat(trigger.events()).containsExactlyInAnyOrder(EventName.SESSION, EventName.LEAD);
    assertThat(control.triggers().find(link.triggerId())).get().matches(Trigger::isAutomatic);
    assertThat(control.triggers().all()).isEqualTo(emulator.triggers().all()).hasSize(2);
    assertThat(control.triggers().of(control.accounts().defaultAccount())).hasSize(2);
    assertThat(control.triggers().find("nothing")).isEmpty();
  }

  @Test
  void readers_open_act_and_leave() {
    String id = publications.publish();
    VisitControl visit = control.readers().open(publications.hashId(id));
    assertThat(visit.session()).isEqualTo(sessionOf(visit));
    visit.print();
    visit.print("2-3");
    visit.download();
    visit.click("https://example.com/?a=b", 2);
    visit.submitLead("ann@example.com");
    visit.skipLead();
    visit.leave();
    assertThat(control.readers().visit(visit.session().id())).isEmpty();
    visit.leave();
    visit.leaveAfter(Duration.ofSeconds(1));
    for (Runnable action :
        List.<Runnable>of(
            visit::print,
            () -> visit.print("1"),
            visit::download,
            () -> visit.click("https://example.com/", 1),
            () -> visit.submitLead("ann@example.com"),
            visit::skipLead)) {
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(action::run)
          .matches(refusal -> refusal.code() == ErrorCode.OBJECT_NOT_FOUND)
          .withMessageContaining("visit that goes on");
    }

    assertThat(happened(Printed.class)).extracting(Printed::pages).containsExactly("1-3", "2-3");
    assertThat(happened(LinkClicked.class)).extracting(LinkClicked::page).containsExactly(2);
    assertThat(happened(LeadSubmitted.class))
        .extracting(event -> event.lead().skipped())
        .containsExactly(false, true);
  }

  @Test
  void a_link_is_opened_and_a_lead_form_is_set() {
    String id = publications.publish();
    List<Field> fields = List.of(new Field("Name", Type.TEXT), new Field("Mail", Type.EMAIL));
    assertThat(control.readers().leadForm(id)).isEqualTo(emulator.readers().leadForm(id));
    control.readers().leadForm(id, fields);
    assertThat(control.readers().leadForm(id)).isEqualTo(fields);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> control.readers().leadForm(id, List.of()))
        .withMessage("a lead form asks at least for an e-mail address");

    JsonNode link = links.create(id);
    VisitControl visit = control.readers().openLink(link.get("urlName").textValue());
    assertThat(visit.session().linkId()).isEqualTo(LinkClient.id(link));
    visit.submitLead("Ann", "ann@example.com");
    assertThatIllegalArgumentException().isThrownBy(() -> visit.submitLead("Ann"));
    VisitControl again = control.readers().visit(visit.session().id()).orElseThrow();
    again.leaveAfter(Duration.ofSeconds(75));
    assertThat(control.links().get(LinkClient.id(link)).all().duration()).hasSeconds(75);
    assertThatThrownBy(() -> control.readers().open("123456789"))
        .isInstanceOf(Refusal.class)
        .hasMessage(messageOf(() -> emulator.readers().open("123456789")));
  }

  @Test
  void deliveries_are_held_released_in_another_order_and_repeated() {
    triggers.create("created", "deleted");
    InboxControl inbox = control.inbox("all");
    control.deliveries().hold();
    String first = publications.publish("one");
    publications.publish("two");
    List<Delivery> held = control.deliveries().all();
    assertThat(held).hasSize(2).allMatch(each -> each.state() == State.PENDING);
    assertThat(held).isEqualTo(emulator.deliveries().all());

    control.deliveries().release(List.of(held.get(1).number()));
    inbox.await(2);
    assertThat(inbox.messages().get(1).body()).contains(first);
    emulator.clock().advance(Duration.ZERO);
    Delivery again = control.deliveries().redeliver(held.get(0).number());
    assertThat(again.body()).isEqualTo(held.get(0).body());
    control.deliveries().hold();
    control.deliveries().release();
    control.deliveries().redeliverAll();
    assertThat(inbox.await(6, Duration.ofSeconds(10))).hasSize(6);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> control.deliveries().redeliver(99))
        .withMessage(messageOf(() -> emulator.deliveries().redeliver(99)));
    emulator.clock().advance(Duration.ZERO);
  }

  @Test
  void deliveries_that_have_ended_are_removed_and_pending_ones_stay() {
    triggers.create("created");
    publications.publish("ended");
    emulator.clock().advance(Duration.ZERO);
    Delivery ended = control.deliveries().all().get(0);
    control.deliveries().hold();
    publications.publish("pending");
    control.deliveries().clear();

    List<Delivery> left = control.deliveries().all();
    assertThat(left).isEqualTo(emulator.deliveries().all());
    assertThat(left).extracting(Delivery::state).containsExactly(State.PENDING);
    assertThat(left.get(0).number()).isEqualTo(ended.number() + 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> control.deliveries().redeliver(ended.number()))
        .withMessage(messageOf(() -> emulator.deliveries().redeliver(ended.number())));

    control.deliveries().release();
    assertThat(control.inbox("all").await(2)).hasSize(2);
    emulator.clock().advance(Duration.ZERO);
    assertThat(control.deliveries().all())
        .extracting(Delivery::state)
        .containsExactly(State.DELIVERED);
    control.deliveries().clear();
    assertThat(control.deliveries().all()).isEmpty();
    assertThat(control.inbox("all").messages()).hasSize(2);
  }

  @Test
  void an_inbox_is_waited_for_reacts_and_is_emptied() {
    InboxControl inbox = control.inbox("all");
    assertThat(inbox.url()).isEqualTo(emulator.inbox("all").url());
    inbox.react(1, new Reaction.Status(503));
    inbox.react(1, new Reaction.Slow(Duration.ofMillis(1)));
    inbox.react(1, new Reaction.HangUp());
    triggers.create("created");
    publications.publish();
    assertThat(inbox.await(1).get(0).body()).contains("created");
    emulator.clock().advance(Duration.ZERO);
    assertThat(control.deliveries().all().get(0).tries().get(0).status()).hasValue(503);
    assertThat(inbox.messages()).isEqualTo(emulator.inbox("all").messages());

    inbox.clear();
    assertThat(inbox.messages()).isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(() -> inbox.await(1, Duration.ofMillis(30)))
        .withMessage("waited 0.03 s for 1 to arrive, but there are 0: []");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> inbox.react(-1, new Reaction.HangUp()))
        .withMessageContaining("-1");
    assertThatIllegalArgumentException().isThrownBy(() -> control.inbox("A b"));
  }

  @Test
  void mails_are_read_and_thrown_away() {
    links.open(
        links.create(
            publications.publish(), "onViewTriggerSingle: true, notificationType: 'Email'"));
    emulator.clock().advance(Duration.ZERO);

    assertThat(control.outbox().mails()).isEqualTo(emulator.outbox().mails()).hasSize(1);
    control.outbox().clear();
    assertThat(emulator.outbox().mails()).isEmpty();
  }

  @Test
  void faults_are_added_listed_and_taken_back() {
    FaultRule refuse =
        control
            .faults()
            .add(
                new Fault.Refuse(ErrorCode.INTERNAL_ERROR, 500, "Nein"),
                CallMatcher.next(2).to("POST", "/fbonline/publication").by(1));
    FaultRule delay =
        control.faults().add(new Fault.Delay(Duration.ofSeconds(2)), CallMatcher.every());
    FaultRule cut = control.faults().add(new Fault.CutBefore(), CallMatcher.next());
    assertThat(control.faults().all()).containsExactly(refuse, delay, cut);
    assertThat(emulator.faults().all()).containsExactly(refuse, delay, cut);

    api.post("/fbonline/publication", "{}").refused(500, "InternalError");
    assertThat(control.faults().all().get(0).remaining()).isEqualTo(1);
    control.faults().remove(delay.id());
    control.faults().remove(-7);
    assertThat(control.faults().all()).hasSize(2);
    control.faults().clear();
    assertThat(control.faults().all()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> control.faults().add(new Fault.CutAfter(), CallMatcher.next().to("/nope")))
        .withMessageContaining("No call of the API has the path '/nope'");
  }

  @Test
  void the_journal_is_read_as_a_whole_and_page_by_page() {
    publications.publish();
    api.get("/fbonline/publication/abc").refused(404, "ObjectNotFound");

    assertThat(control.journal().entries()).isEqualTo(emulator.journal().entries());
    assertThat(control.journal().requests()).extracting(Request::status).containsExactly(200, 404);
    Page first = control.journal().page(0, 2);
    Page second = control.journal().page(first.next(), 2);
    assertThat(first).isEqualTo(emulator.journal().page(0, 2));
    assertThat(first.lines()).extracting(line -> line.number()).containsExactly(1L, 2L);
    assertThat(second.lines()).extracting(line -> line.number()).startsWith(3L);
    assertThat(second.journal()).isEqualTo(first.journal());
    assertThat(control.journal().page(1_000_000, 2).lines()).isEmpty();
    assertThat(control.journal().page(1_000_000, 2).next())
        .isEqualTo(emulator.journal().entries().size());
  }

  @Test
  void events_are_heard_in_order_until_the_subscription_ends() {
    publications.publish("before");
    List<DomainEvent> all = new CopyOnWriteArrayList<>();
    List<PublicationEvent> trashed = new CopyOnWriteArrayList<>();
    Subscription everything = control.events().subscribe(all::add);
    control.events().on(PublicationTrashed.class, trashed::add);
    int before = happened(DomainEvent.class).size();
    String id = publications.publish("after");
    List<DomainEvent> expected = happened(DomainEvent.class);
    await().until(() -> all.size() >= expected.size() - before);
    assertThat(all).isEqualTo(expected.subList(before, expected.size()));

    everything.close();
    all.clear();
    api.delete("/fbonline/publication/" + id).ok();
    await().until(() -> trashed.size() == 1);
    assertThat(trashed.get(0).publicationId()).isEqualTo(id);
    assertThat(all).isEmpty();
  }

  @Test
  void it_settles_or_says_what_is_pending() {
    control.settle();
    assertThat(control.pending()).isEmpty();
    control.conversions().pace(Pace.MANUAL);
    publications.publish();

    assertThat(control.pending()).isEqualTo(emulator.pending()).hasSize(1);
    assertThatIllegalStateException()
        .isThrownBy(() -> control.settle(Duration.ofSeconds(5)))
        .withMessage(messageOf(() -> emulator.settle(Duration.ofSeconds(5))));
  }

  @Test
  void it_waits_until_a_running_clock_has_ended_what_is_pending() {
    control.conversions().pace(Pace.TIMED);
    publications.publish();
    assertThatIllegalStateException()
        .isThrownBy(() -> control.settle(Duration.ofSeconds(20)))
        .withMessageContaining("The clock stands still");
    control.clock().speed(50);
    control.settle();
    assertThat(control.conversions().all().get(0).state())
        .isEqualTo(SourceState.COMPLETED_ALL_STAGES);
    control.clock().freeze();
  }

  @Test
  void a_reset_makes_everything_as_at_the_start() {
    publications.publish();
    String journal = control.journal().page(0, 0).journal();
    control.reset();

    assertThat(control.publications().all()).isEmpty();
    assertThat(emulator.publications().all()).isEmpty();
    assertThat(control.journal().page(0, 1).lines()).isEmpty();
    assertThat(control.journal().page(0, 0).journal()).isNotEqualTo(journal);
    assertThat(api.get("/auth/me").status()).isEqualTo(200);
  }

  @Test
  void a_snapshot_is_taken_and_restored() {
    String id = publications.publish("Kept");
    Snapshot snapshot = control.snapshot();
    assertThat(snapshot.toJson()).isEqualTo(emulator.snapshot().toJson());
    control.reset();
    control.restore(snapshot);

    assertThat(control.publications().get(id).details().name()).isEqualTo("Kept");
    assertThat(emulator.publications().all()).hasSize(1);
    assertThat(api.get("/fbonline/publication/" + id).ok().text("/publication/name"))
        .isEqualTo("Kept");
  }

  @Test
  void the_journal_counts_its_lines() {
    publications.publish();

    assertThat(control.journal().count()).isEqualTo(emulator.journal().count()).isPositive();
  }

  @Test
  void it_tells_what_a_green_test_rests_on() {
    assertThat(control.fidelity().statements())
        .isEqualTo(emulator.fidelity().statements())
        .hasSizeGreaterThan(100);
    assertThat(control.fidelity().used()).isEmpty();

    api.get("/fbonline/publication?count=1001").ok();

    assertThat(control.fidelity().used())
        .isEqualTo(emulator.fidelity().used())
        .extracting(FidelityStatement::id)
        .containsExactly("publication.count");
  }

  private Object sessionOf(VisitControl visit) {
    return emulator.readers().visit(visit.session().id()).orElseThrow().session();
  }

  private <E extends DomainEvent> List<E> happened(Class<E> type) {
    return emulator.journal().entries().stream()
        .filter(Happening.class::isInstance)
        .map(entry -> ((Happening) entry).event())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private static String messageOf(Runnable failing) {
    try {
      failing.run();
    } catch (RuntimeException e) {
      return e.getMessage();
    }
    throw new AssertionError("it did not fail");
  }
}
