package io.github.flippingbookemulator.internal.store;

/**
 * Which part of a list to return.
 *
 * @param offset how many to skip, 0 or more
 * @param count how many at most, 0 to {@value #MAX_COUNT}; a larger value means that many (E)
 */
public record Paging(int offset, int count) {
  /** The size of a page if the caller does not give one (D). */
  public static final int DEFAULT_COUNT = 10;

  /** The largest size of a page (D). */
  public static final int MAX_COUNT = 1000;

  /** Rejects negative values and limits the count. */
  public Paging {
    if (offset < 0 || count < 0) {
      throw new IllegalArgumentException("offset and count are 0 or more");
    }
    count = Math.min(count, MAX_COUNT);
  }
}
