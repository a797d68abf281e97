package io.github.flippingbookemulator.source;

import io.github.flippingbookemulator.time.Pending;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A source with what decides on its way. Only {@link #source} may be read without the account's
 * lock.
 */
final class Conversion {
  /** Completes when it is known whether the file can be used; never fails. */
  final CompletableFuture<@Nullable Void> fileChecked = new CompletableFuture<>();

  private volatile Source source;
  private Pace pace;
  private Outcome outcome;

  /** How many polls are left until the one that finishes it; 0 where each poll is a step. */
  private int pollsLeft;

  private @Nullable ReceivedPdf file;

  Conversion(Source source, Pace pace, Outcome outcome) {
    this.source = source;
    this.pace = pace;
    this.outcome = outcome;
  }

  Source source() {
    return source;
  }

  void source(Source source) {
    this.source = source;
  }

  Pace pace() {
    return pace;
  }

  void pace(Pace pace) {
    this.pace = pace;
    this.pollsLeft = 0;
  }

  void arriveAfter(int polls) {
    pace = Pace.PER_POLL;
    pollsLeft = polls;
  }

  int pollsLeft() {
    return pollsLeft;
  }

  void pollsLeft(int polls) {
    pollsLeft = polls;
  }

  Outcome outcome() {
    return outcome;
  }

  void outcome(Outcome outcome) {
    this.outcome = outcome;
  }

  /** Why it has not arrived. */
  Pending pending() {
    SourceState state = source.state();
    boolean held =
        state == SourceState.WAIT_MANUAL_QUEUE
            || outcome instanceof Outcome.Stuck stuck && stuck.state() == state;
    Pending.On on =
        held || pace == Pace.MANUAL
            ? Pending.On.TEST
            : file == null
                ? Pending.On.WORK
                : pace == Pace.PER_POLL ? Pending.On.CLIENT : Pending.On.CLOCK;
    return new Pending(
        "source %s of publication %s is %s"
            .formatted(source.id(), source.publicationId(), state.wire()),
        on);
  }

  /** What became of the file; null while that is not known. */
  @Nullable ReceivedPdf file() {
    return file;
  }

  void file(ReceivedPdf file) {
    this.file = file;
  }

  /** A PDF that has come in. */
  sealed interface ReceivedPdf {
    /** It can be converted. */
    record Usable(Path path, int pages) implements ReceivedPdf {}

    /** It cannot, for a reason. */
    record Unusable(String reason) implements ReceivedPdf {}
  }
}
