package io.github.flippingbookemulator.model;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever is called in whatever order, the emulator answers as the model does. {@code
 * -Dmodel.seeds=2000} makes a long run, {@code -Dmodel.first=17} begins with another seed.
 */
@Timeout(600)
class RandomStepsTest {
  private static final int SEEDS = Integer.getInteger("model.seeds", 60);
  private static final int FIRST = Integer.getInteger("model.first", 0);
  private static final int LENGTH = 50;

  @AutoClose
  private final Emulator emulator =
      Emulator.start(TestEmulator.IMMEDIATE.rateLimit(RateLimit.OFF).seed(1));

  @Test
  void every_sequence_of_calls_is_answered_as_by_the_model() {
    for (int seed = FIRST; seed < FIRST + SEEDS; seed++) {
      List<Step> steps = Step.sequence(new Random(seed), LENGTH);
      if (failure(steps) != null) {
        List<Step> fewest = withoutNeedless(steps);
        throw new AssertionError("seed " + seed + ", reduced to " + fewest, failure(fewest));
      }
    }
  }

  /** Leaves out every step without which the sequence still fails. */
  private List<Step> withoutNeedless(List<Step> steps) {
    List<Step> fewest = new ArrayList<>(steps);
    for (int i = fewest.size() - 1; i >= 0; i--) {
      Step step = fewest.remove(i);
      if (failure(fewest) == null) {
        fewest.add(i, step);
      }
    }
    return fewest;
  }

  private @Nullable Throwable failure(List<Step> steps) {
    try {
      new ModelRun(emulator).take(steps);
      return null;
    } catch (AssertionError | RuntimeException e) {
      return e;
    }
  }
}
