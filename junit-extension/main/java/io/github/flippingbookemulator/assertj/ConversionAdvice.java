package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.source.Source;
import io.github.flippingbookemulator.source.SourceState;
import java.util.List;

/** Advice on how a test can finish conversions that are still running. */
final class ConversionAdvice {
  private static final List<String> ALL =
      List.of(
          "emulator.finishConversions() takes all conversions to their end",
          "emulator.clock().advance(…) lets their time pass; emulator.settle() waits for it");

  private ConversionAdvice() {}

  /** Returns the advice; empty if all sources are in a final state. */
  static List<String> advice(List<Source> sources) {
    if (sources.stream().allMatch(source -> source.state().isFinal())) {
      return List.of();
    }
    return sources.stream()
        .filter(source -> source.state() == SourceState.WAIT_MANUAL_QUEUE)
        .findFirst()
        .map(held -> "emulator.conversions().release(\"" + held.id() + "\") lets it go on")
        .map(release -> List.of(release, ALL.get(0), ALL.get(1)))
        .orElse(ALL);
  }
}
