package io.github.flippingbookemulator.internal.store;

import io.github.flippingbookemulator.internal.option.NumberTypes;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionGroup;
import java.util.HexFormat;
import java.util.SplittableRandom;

/**
 * Ids, keys and passwords, all from one seed: the same seed and the same calls in the same order
 * give the same values.
 */
public final class Ids {
  /** What ids, keys and passwords depend on. */
  public static final Option<Long> SEED =
      new Option<>(
          "seed",
          OptionGroup.ACCOUNTS,
          new NumberTypes.LongNumber(),
          null,
          "Makes ids and passwords the same in each run. Default: other ones in each run.");

  private static final String LETTERS_AND_DIGITS =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
  private static final long FIRST_HASH_ID = 100_000_000;
  private static final long HASH_IDS = 900_000_000;
  // Has no prime factor (2, 3, 5) in common with HASH_IDS, so that the steps reach every
  // nine-digit number once before any number repeats.
  private static final long HASH_ID_STEP = 387_420_481;

  private static final long VERSION_BITS = 0xf000L;
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT_BITS = 0xc000_0000_0000_0000L;
  private static final long VARIANT_OF_RFC_9562 = 0x8000_0000_0000_0000L;

  private final SplitMix random;
  private long hashId;

  /**
   * Creates a source.
   *
   * @param seed what the values depend on
   */
  public Ids(long seed) {
    random = new SplitMix(seed);
    hashId = random.nextLong(HASH_IDS);
  }

  /**
   * Creates a source that continues another one.
   *
   * @param state the state of the other source
   */
  public Ids(State state) {
    random = new SplitMix(state.random);
    hashId = state.hashId;
  }

  /**
   * The state of a source.
   *
   * @param random what the next ids, keys and passwords depend on
   * @param hashId what the next hash id depends on, 0 to 899,999,999
   */
  public record State(long random, long hashId) {
    /** Rejects a hash id that is out of range. */
    public State {
      if (hashId < 0 || hashId >= HASH_IDS) {
        throw new IllegalArgumentException("hashId must be 0 to " + (HASH_IDS - 1));
      }
    }
  }

  /**
   * Returns the state of this source.
   *
   * @return the state from which another source continues with the same values
   */
  public synchronized State state() {
    return new State(random.state(), hashId);
  }

  /**
   * Creates a source with a random seed.
   *
   * @return the source
   */
  public static Ids random() {
    return new Ids(new SplittableRandom().nextLong());
  }

  /**
   * Returns a new id, key or token.
   *
   * @return a UUID of version 4 as 32 lowercase hex digits (O for publications, E for the rest)
   */
  public synchronized String next() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong() & ~VERSION_BITS | VERSION_4)
        + hex.toHexDigits(random.nextLong() & ~VARIANT_BITS | VARIANT_OF_RFC_9562);
  }

  /**
   * Returns a new short id for a publication's URL.
   *
   * @return nine digits (O), different from all that this source has returned before
   */
  public synchronized String nextHashId() {
    hashId = (hashId + HASH_ID_STEP) % HASH_IDS;
    return Long.toString(FIRST_HASH_ID + hashId);
  }

  /**
   * Returns a number.
   *
   * @param bound 1 or more
   * @return 0 or more, less than {@code bound}
   */
  public synchronized int number(int bound) {
    return random.nextInt(bound);
  }

  /**
   * Returns a password of letters and digits, without those that look alike.
   *
   * @param length 1 or more
   * @return the password
   */
  public synchronized String password(int length) {
    return pick(LETTERS_AND_DIGITS, length);
  }

  /**
   * Returns a password of digits.
   *
   * @param length 1 or more
   * @return the password
   */
  public synchronized String numericPassword(int length) {
    return pick("0123456789", length);
  }

  private String pick(String from, int length) {
    StringBuilder picked = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      picked.append(from.charAt(random.nextInt(from.length())));
    }
    return picked.toString();
  }
}
