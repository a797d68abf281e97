package io.github.flippingbookemulator.internal.store;

import java.util.HexFormat;
import java.util.SplittableRandom;

/**
 * Ids, keys and passwords, all from one seed: the same seed and the same calls in the same order
 * give the same values.
 */
public final class Ids {
  private static final String LETTERS_AND_DIGITS =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
  private static final long FIRST_HASH_ID = 100_000_000;
  private static final long HASH_IDS = 900_000_000;
  // Odd and divisible by neither 3 nor 5, so that stepping by it visits all nine-digit numbers
  // once.
  private static final long HASH_ID_STEP = 387_420_481;

  private final SplitMix random;
  private long hashId;

  /**
   * Starts the source.
   *
   * @param seed what the values depend on
   */
  public Ids(long seed) {
    random = new SplitMix(seed);
    hashId = random.nextLong(HASH_IDS);
  }

  /**
   * Goes on where another source stood.
   *
   * @param state where that was
   */
  public Ids(State state) {
    random = new SplitMix(state.random);
    hashId = state.hashId;
  }

  /**
   * Where a source stands.
   *
   * @param random what the next ids, keys and passwords depend on
   * @param hashId what the next hash id depends on, 0 to 899,999,999
   */
  public record State(long random, long hashId) {
    /** Refuses what no source gets to. */
    public State {
      if (hashId < 0 || hashId >= HASH_IDS) {
        throw new IllegalArgumentException("hashId must be 0 to " + (HASH_IDS - 1));
      }
    }
  }

  /**
   * Tells where this source stands.
   *
   * @return what another one goes on from, with the same values as this one
   */
  public synchronized State state() {
    return new State(random.state(), hashId);
  }

  /**
   * Starts a source whose values are others each time.
   *
   * @return the source
   */
  public static Ids random() {
    return new Ids(new SplittableRandom().nextLong());
  }

  /**
   * Makes the id of a publication, source, link or trigger.
   *
   * @return 32 lowercase hex digits (O)
   */
  public synchronized String next() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
  }

  /**
   * Makes the short id that stands in a publication's address.
   *
   * @return nine digits (O), different from all that this source has made before
   */
  public synchronized String nextHashId() {
    hashId = (hashId + HASH_ID_STEP) % HASH_IDS;
    return Long.toString(FIRST_HASH_ID + hashId);
  }

  /**
   * Makes the last part of a tracked link's address.
   *
   * @return twelve lowercase letters and digits
   */
  public synchronized String urlName() {
    return pick("abcdefghijklmnopqrstuvwxyz0123456789", 12);
  }

  /**
   * Makes a password of letters and digits that nobody confuses.
   *
   * @param length 1 or more
   * @return the password
   */
  public synchronized String password(int length) {
    return pick(LETTERS_AND_DIGITS, length);
  }

  /**
   * Makes a password of digits.
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
