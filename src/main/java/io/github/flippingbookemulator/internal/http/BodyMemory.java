package io.github.flippingbookemulator.internal.http;

/**
 * Limits the memory of all bodies that are being read or answered: many clients that send large
 * bodies at once wait for each other instead of filling the heap. It is shared by all emulators of
 * the JVM, as the heap is.
 */
final class BodyMemory {
  private static final BodyMemory OF_JVM = new BodyMemory(Runtime.getRuntime().maxMemory() / 4);

  private final long limit;
  private long used;

  /** Makes a memory of {@code limit} bytes. */
  BodyMemory(long limit) {
    this.limit = limit;
  }

  static BodyMemory ofJvm() {
    return OF_JVM;
  }

  /**
   * Takes memory for a body, if there is enough. A body that is alone gets all it needs, so that
   * the largest one is possible.
   *
   * @param own how much the body has taken before
   * @param more how much it needs now
   * @return false if it must wait for others
   */
  synchronized boolean take(long own, long more) {
    if (used + more > limit && used > own) {
      return false;
    }
    used += more;
    return true;
  }

  synchronized void giveBack(long taken) {
    used -= taken;
  }
}
