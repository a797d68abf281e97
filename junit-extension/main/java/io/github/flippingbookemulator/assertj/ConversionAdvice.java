package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.source.Source;
import io.github.flippingbookemulator.source.SourceState;
import java.util.List;

/** How a test gets sources on that are still on their way. */
final class ConversionAdvice {
  private static final List<String> ALL =
      List.of(
          "emulator.finishConversions() takes all conversions to their end",
          "emulator.clock().advance(…) lets their time pass; emulator.settle() waits for it");

  private ConversionAdvice() {}

  /** Names the calls; none if all sources are where they stay. */
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
