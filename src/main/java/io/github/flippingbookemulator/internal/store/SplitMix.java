package io.github.flippingbookemulator.internal.store;

import java.util.random.RandomGenerator;

/**
 * The SplitMix64 generator. It gives the same numbers as a {@link java.util.SplittableRandom} of
 * the same seed, but its state can be read, so that another one can continue from it.
 */
final class SplitMix implements RandomGenerator {
  private static final long STEP = 0x9e3779b97f4a7c15L;

  private long state;

  SplitMix(long state) {
    this.state = state;
  }

  long state() {
    return state;
  }

  @Override
  public long nextLong() {
    long bits = state += STEP;
    bits = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
    bits = (bits ^ bits >>> 27) * 0x94d049bb133111ebL;
    return bits ^ bits >>> 31;
  }

  @Override
  public int nextInt() {
    long bits = state += STEP;
    bits = (bits ^ bits >>> 33) * 0x62a9d9ed799705f5L;
    bits = (bits ^ bits >>> 28) * 0xcb24d0a5c88c35b3L;
    return (int) (bits >>> 32);
  }
}
