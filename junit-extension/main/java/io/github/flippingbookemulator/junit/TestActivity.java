package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.fidelity.FidelityStatement;
import io.github.flippingbookemulator.internal.control.Timeline;
import io.github.flippingbookemulator.journal.JournalControl;
import io.github.flippingbookemulator.journal.JournalEntry;
import io.github.flippingbookemulator.journal.JournalEntry.Request;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.source.Source;
import io.github.flippingbookemulator.trigger.Delivery;
import io.github.flippingbookemulator.trigger.Delivery.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The activity of a test: all that happened in its emulator since the test began or, if it has an
 * account of its own, all that happened in that account.
 */
final class TestActivity {
  private final EmulatorControl emulator;
  private final @Nullable AccountControl account;
  private final Before before;

  /** The state when the test began. */
  private record Before(
      long lines, long deliveries, Set<String> sources, List<FidelityStatement> used) {
    static final Before NOTHING = new Before(0, 0, Set.of(), List.of());

    static Before now(EmulatorControl emulator) {
      return new Before(
          emulator.journal().count(),
          emulator.deliveries().all().stream().mapToLong(Delivery::number).max().orElse(0),
          emulator.conversions().all().stream().map(Source::id).collect(Collectors.toSet()),
          emulator.fidelity().used());
    }
  }

  private TestActivity(EmulatorControl emulator, @Nullable AccountControl account, Before before) {
    this.emulator = emulator;
    this.account = account;
    this.before = before;
  }

  /** Makes the activity in an emulator, or an account, that is clean when the test begins. */
  static TestActivity of(EmulatorControl emulator, @Nullable AccountControl account) {
    return new TestActivity(emulator, account, Before.NOTHING);
  }

  /** Makes the activity from now on in an emulator that others have used. */
  static TestActivity from(EmulatorControl emulator) {
    return new TestActivity(emulator, null, Before.now(emulator));
  }

  /** Returns the timeline. If tests share an emulator, it begins before this test. */
  Timeline timeline() {
    Timeline all = Timeline.of(emulator);
    return account == null ? all : all.account(account.id());
  }

  /**
   * Returns the undocumented statements that were relied on. If tests share an emulator, they are
   * those of the calls, and those that no test before relied on.
   */
  List<FidelityStatement> guesses() {
    List<FidelityStatement> used = emulator.fidelity().used();
    if (used.isEmpty() || account == null && before == Before.NOTHING) {
      return used;
    }
    Set<String> ofCalls =
        requests().stream().flatMap(call -> call.relied().stream()).collect(Collectors.toSet());
    return used.stream()
        .filter(
            each -> ofCalls.contains(each.id()) || account == null && !before.used.contains(each))
        .toList();
  }

  /**
   * Returns the leaks of these kinds, each in one line.
   *
   * @param reliesOn the ids of undocumented statements that are no leak
   */
  List<String> leaks(Set<Leak> kinds, Set<String> reliesOn) {
    Stream<String> leaks = Stream.empty();
    for (Leak kind : Leak.values()) {
      if (kinds.contains(kind)) {
        leaks =
            Stream.concat(
                leaks,
                switch (kind) {
                  case UNKNOWN_ENDPOINTS -> unknownEndpoints();
                  case UNANSWERED_WEBHOOKS -> unansweredWebhooks();
                  case SWALLOWED_RATE_LIMITS -> swallowedRateLimits();
                  case RUNNING_CONVERSIONS -> runningConversions();
                  case GUESSES -> guesses(reliesOn);
                });
      }
    }
    return leaks.toList();
  }

  private Stream<String> unknownEndpoints() {
    return requests().stream()
        .filter(call -> "NotFound".equals(call.code()))
        .map(call -> "unknown endpoint: " + call.method() + " " + call.path())
        .distinct();
  }

  private Stream<String> swallowedRateLimits() {
    List<String> leaks = new ArrayList<>();
    Set<String> succeeded = new HashSet<>();
    List<Request> calls = requests();
    for (int i = calls.size() - 1; i >= 0; i--) {
      Request call = calls.get(i);
      String name = call.method() + " " + call.path();
      if (call.status() / 100 == 2) {
        succeeded.add(call.accountId() + name);
      } else if (call.status() == 429 && !succeeded.contains(call.accountId() + name)) {
        leaks.add(0, "429 that was never made good: " + name);
      }
    }
    return leaks.stream().distinct();
  }

  private Stream<String> unansweredWebhooks() {
    return emulator.deliveries().all().stream()
        .filter(delivery -> delivery.number() > before.deliveries)
        .filter(delivery -> isMine(delivery.accountId()))
        .filter(delivery -> delivery.endpoint() != null && delivery.state() != State.DELIVERED)
        .map(
            delivery ->
                "unanswered webhook: %s to %s (%s)"
                    .formatted(delivery.event().wire(), delivery.endpoint(), howFar(delivery)));
  }

  private Stream<String> runningConversions() {
    Set<String> mine =
        account == null
            ? Set.of()
            : emulator.publications().of(account).stream()
                .map(Publication::id)
                .collect(Collectors.toSet());
    return emulator.conversions().all().stream()
        .filter(source -> account == null || mine.contains(source.publicationId()))
        .filter(source -> !before.sources.contains(source.id()) && !source.state().isFinal())
        .map(
            source ->
                "running conversion: source %s of publication %s is %s"
                    .formatted(source.id(), source.publicationId(), source.state().wire()));
  }

  private Stream<String> guesses(Set<String> reliesOn) {
    return guesses().stream()
        .filter(each -> !reliesOn.contains(each.id()))
        .map(
            each ->
                "undocumented behavior: %s (%s): %s"
                    .formatted(each.id(), GuessReport.grades(each), each.text()));
  }

  private List<Request> requests() {
    JournalControl journal = emulator.journal();
    // A line that is added between the two calls hides the oldest line of the test.
    long newer = journal.count() - before.lines;
    List<JournalEntry> kept = journal.entries();
    return kept.stream()
        .skip(Math.max(0, kept.size() - newer))
        .filter(Request.class::isInstance)
        .map(Request.class::cast)
        .filter(call -> isMine(call.accountId()))
        .toList();
  }

  private boolean isMine(long accountId) {
    return account == null || account.id() == accountId;
  }

  private static String howFar(Delivery delivery) {
    int tries = delivery.tries().size();
    return switch (delivery.state()) {
      case PENDING -> tries == 0 ? "not tried yet" : "waits for another try after " + tries;
      case FAILED -> "failed " + tries + " times";
      default -> "cannot be delivered";
    };
  }
}
