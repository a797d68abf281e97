package io.github.flippingbookemulator.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The generator gives the same numbers as Java's own, so that a seed has the same result on every
 * Java version.
 */
class SplitMixTest {
  @Test
  void it_gives_the_numbers_of_a_splittable_random_of_the_same_seed() {
    LongStream.concat(
            LongStream.of(0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE),
            new SplittableRandom(1).longs(2_000))
        .forEach(
            seed -> {
              assertAlike(seed, RandomGenerator::nextLong);
              assertAlike(seed, RandomGenerator::nextInt);
              assertAlike(seed, random -> random.nextInt(10));
              assertAlike(seed, random -> random.nextInt(56));
              assertAlike(seed, random -> random.nextInt(1 << 16));
              assertAlike(
                  seed,
                  random -> random.nextInt((1 << 30) + 1)); // a bound that rejects many numbers
              assertAlike(seed, random -> random.nextLong(900_000_000));
            });
  }

  @Test
  void another_one_goes_on_where_one_stands() {
    SplitMix one = new SplitMix(7);
    one.nextInt(56);
    SplitMix other = new SplitMix(one.state());

    assertThat(other.nextLong()).isEqualTo(one.nextLong());
    assertThat(other.state()).isEqualTo(one.state());
  }

  private static void assertAlike(long seed, Function<RandomGenerator, Number> draw) {
    SplittableRandom javas = new SplittableRandom(seed);
    SplitMix ours = new SplitMix(seed);
    for (int i = 0; i < 5; i++) {
      assertThat(draw.apply(ours)).as("seed %d, draw %d", seed, i).isEqualTo(draw.apply(javas));
    }
  }
}
