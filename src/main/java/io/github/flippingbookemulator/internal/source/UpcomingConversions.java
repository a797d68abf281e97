package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.source.Outcome;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.source.Source;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The settings for new sources: the pace of the emulator, and exceptions for the next ones. */
final class UpcomingConversions {
  private final Queue<PaceSetting> nextPacings = new ArrayDeque<>();
  private final Queue<Outcome> nextOutcomes = new ArrayDeque<>();
  private Pace pace;

  UpcomingConversions(Pace pace) {
    this.pace = pace;
  }

  synchronized Pace pace() {
    return pace;
  }

  synchronized void pace(Pace newPace) {
    pace = newPace;
  }

  synchronized void nextPace(Pace exception) {
    nextPacings.add(new PaceSetting(exception, 0));
  }

  synchronized void nextPolls(int polls) {
    nextPacings.add(new PaceSetting(Pace.PER_POLL, polls));
  }

  synchronized void nextOutcome(Outcome exception) {
    nextOutcomes.add(exception);
  }

  /** Takes the outcome of the next source if it is that there is none. */
  synchronized Optional<Outcome.Refused> refused() {
    return nextOutcomes.peek() instanceof Outcome.Refused
        ? Optional.ofNullable((Outcome.Refused) nextOutcomes.poll())
        : Optional.empty();
  }

  synchronized ConversionsState state() {
    return new ConversionsState(pace, List.copyOf(nextPacings), List.copyOf(nextOutcomes));
  }

  synchronized void load(ConversionsState state) {
    pace = state.pace();
    nextPacings.addAll(state.nextPacings());
    nextOutcomes.addAll(state.nextOutcomes());
  }

  synchronized Conversion forNext(Source source) {
    @Nullable PaceSetting exception = nextPacings.poll();
    @Nullable Outcome outcome = nextOutcomes.poll();
    Conversion conversion =
        new Conversion(source, pace, outcome == null ? new Outcome.Natural() : outcome);
    if (exception != null) {
      conversion.paceSetting(exception);
    }
    return conversion;
  }
}
