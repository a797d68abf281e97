package io.github.flippingbookemulator.internal.store;

/**
 * Which part of a list is asked for.
 *
 * @param offset how many to skip, 0 or more
 * @param count how many at most, 0 to {@value #MAX_COUNT}; more counts as that many (E)
 */
public record Paging(int offset, int count) {
  /** How many a page has where the caller does not say (D). */
  public static final int DEFAULT_COUNT = 10;

  /** How many a page has at most (D). */
  public static final int MAX_COUNT = 1000;

  /** Caps the count. */
  public Paging {
    if (offset < 0 || count < 0) {
      throw new IllegalArgumentException("offset and count are 0 or more");
    }
    count = Math.min(count, MAX_COUNT);
  }
}
