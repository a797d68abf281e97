package io.github.flippingbookemulator.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.source.Source;
import io.github.flippingbookemulator.source.SourceState;
import io.github.flippingbookemulator.testkit.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two emulators: one in which a rich state has come about, and one in which that state has been
 * restored from JSON. Nobody can tell them apart, now or later.
 */
class RestoredStateTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @AutoClose private final Emulator original = Emulator.start(RichState.OPTIONS);

  @AutoClose
  private final Emulator restored = Emulator.start(RichState.OPTIONS.seed(8).pace(Pace.MANUAL));

  private RichState rich;

  @BeforeEach
  void restore() {
    rich = RichState.in(original);
    restored.restore(Snapshot.fromJson(original.snapshot().toJson()));
  }

  @Test
  void every_answer_is_the_same_to_the_byte() {
    assertThat(same(FullState::withPictures)).hasSizeGreaterThan(80);
  }

  @Test
  void everything_goes_on_and_ends_alike() {
    int toldBefore = toldTo(original, "all").size();
    both(emulator -> advance(emulator, Duration.ofMillis(50)));
    same(FullState::of);
    both(emulator -> advance(emulator, HOUR));

    Map<String, String> answers = same(FullState::of);
    assertThat(answers.get("/fbonline/publication/" + rich.halfWay + " of 1"))
        .contains("CompletedAllStages");
    assertThat(states(restored))
        .contains(SourceState.COMPLETED_ALL_STAGES, SourceState.QUEUED); // one is stuck there
    List<String> told = toldTo(original, "all");
    assertThat(toldTo(restored, "all"))
        .isNotEmpty()
        .isEqualTo(told.subList(toldBefore, told.size()));
  }

  @Test
  void conversions_end_at_the_same_times_and_in_the_same_order() {
    for (int i = 0; i < 40; i++) {
      both(emulator -> advance(emulator, Duration.ofMillis(150)));
      same(emulator -> emulator.conversions().all());
    }
    assertThat(restored.conversions().all().stream().map(Source::state))
        .filteredOn(SourceState::isFinal)
        .hasSizeGreaterThan(7);
  }

  @Test
  void the_trash_is_emptied_at_its_time() {
    Duration left = Duration.between(restored.clock().now(), trashed().plus(Duration.ofDays(30)));
    advance(restored, left.minusNanos(1_000));
    assertThat(restored.publications().find(rich.trashed)).isPresent();

    advance(restored, Duration.ofNanos(1_000));

    assertThat(restored.publications().find(rich.trashed)).isEmpty();
  }

  @Test
  void a_link_that_is_not_opened_in_its_window_is_told_at_the_end_of_it() {
    String link = rich.watched.get("id").textValue();
    advance(restored, RichState.WINDOW.minus(HOUR));
    assertThat(restored.links().get(link).state()).startsWith("Active");

    advance(restored, HOUR);

    assertThat(restored.links().get(link).state()).startsWith("Expired");
    assertThat(toldTo(restored, "watched")).containsExactly("notViewedUntil " + link);
  }

  @Test
  void what_a_link_has_told_it_does_not_tell_again() {
    for (int i = 0; i < 9; i++) {
      both(this::openAndDownload);
    }

    // Two openings and a download had been told, and the only opening of the other link: eight
    // more openings make ten.
    assertThat(restored.outbox().mails()).hasSize(8);
    assertThat(original.outbox().mails()).hasSize(12);
  }

  @Test
  void what_is_planned_for_the_next_source_happens() {
    both(emulator -> publish(emulator, "{name: 'Next', data: 'JVBERi0='}"));

    List<Source> sources = same(emulator -> emulator.conversions().all());
    assertThat(sources.stream().map(Source::failure)).contains("on demand");
  }

  @Test
  void ids_passwords_and_keys_go_on_alike() {
    both(emulator -> emulator.accounts().defaultAccount().addKey());
    both(emulator -> emulator.accounts().open(RichState.ANY_ACCOUNT));
    both(emulator -> publish(emulator, "{name: 'New'}"));
    both(
        emulator ->
            new Api(emulator)
                .post(
                    "/fbonline/publication/" + rich.done + "/customize",
                    "{setPasswordProtection: 'numeric'}")
                .ok());
    both(emulator -> emulator.publications().restore(rich.trashed));

    same(FullState::of);
  }

  @Test
  void limits_of_the_plan_count_what_has_been_restored() {
    both(emulator -> emulator.accounts().get(2).plan(RichState.FULL));

    Api api = new Api(restored).as(rich.otherKey);
    api.post("/fbonline/publication", "{}").refused(403, "PublicationLimitExceeded");
    api.post("/fbonline/tracked_links", "{publicationUid: '" + rich.otherAccounts + "'}")
        .refused(403, "TrackedLinkLimitExceeded");
    both(emulator -> emulator.accounts().defaultAccount().plan(RichState.FOUR_TRIGGERS));
    String trigger = "{events: ['session'], endpoint: 'http://127.0.0.1:1/'}";
    new Api(restored).post("/fbonline/webhook", trigger).ok(); // three have been restored
    new Api(restored).post("/fbonline/webhook", trigger).refused(403, "TriggerLimitExceeded");
  }

  @Test
  void files_are_known_by_their_address() {
    both(emulator -> emulator.conversions().nextPace(Pace.IMMEDIATE));
    both(emulator -> publish(emulator, "{url: '" + RichState.REGISTERED + "'}"));

    same(FullState::of);
  }

  @Test
  void the_journal_the_deliveries_and_the_messages_stay_behind() {
    assertThat(restored.journal().entries()).isEmpty();
    assertThat(restored.deliveries().all()).isEmpty();
    assertThat(restored.outbox().mails()).isEmpty();
    assertThat(restored.inbox("all").messages()).isEmpty();
    assertThat(original.journal().entries()).isNotEmpty();
  }

  private void both(Consumer<Emulator> what) {
    what.accept(original);
    what.accept(restored);
  }

  private <T> T same(Function<Emulator, T> what) {
    T expected = what.apply(original);
    assertThat(what.apply(restored)).isEqualTo(expected);
    return expected;
  }

  private void openAndDownload(Emulator emulator) {
    emulator.readers().openLink(rich.opened.get("urlName").textValue()).download();
    emulator.readers().openLink(rich.openedOnce.get("urlName").textValue());
  }

  private Instant trashed() {
    Publication publication = restored.publications().get(rich.trashed);
    return Objects.requireNonNull(publication.trashed());
  }

  private static List<SourceState> states(Emulator emulator) {
    return emulator.conversions().all().stream().map(Source::state).toList();
  }

  private static List<String> toldTo(Emulator emulator, String inbox) {
    advance(emulator, Duration.ZERO);
    return emulator.inbox(inbox).messages().stream()
        .map(message -> RichState.json(message.body()))
        .map(body -> body.get("event").textValue() + " " + body.get("objectId").textValue())
        .toList();
  }

  private static void publish(Emulator emulator, String body) {
    new Api(emulator).post("/fbonline/publication", body).ok();
  }

  private static void advance(Emulator emulator, Duration time) {
    emulator.clock().advance(time);
  }
}
