package io.github.flippingbookemulator.internal.source.pdf;

/**
 * How much memory one PDF may take, kept as an estimate that the parser draws from.
 *
 * <p>A crafted file of 1 MB can grow a thousandfold. Catching the {@link OutOfMemoryError} is not
 * enough: it strikes whichever thread allocates next. So the growth is counted before it happens,
 * and the parse ends when the budget is used up. The share of the heap leaves room for two
 * conversions at a time.
 */
final class MemoryBudget {
  private static final long MEBIBYTE = 1 << 20;

  private long left;

  private MemoryBudget(long limit) {
    this.left = limit;
  }

  /** For finding out whether a file is readable: a quarter of the heap, 256 MiB at most. */
  static MemoryBudget forInspection() {
    return new MemoryBudget(Math.min(Runtime.getRuntime().maxMemory() / 4, 256 * MEBIBYTE));
  }

  /** For drawing a page, where pictures take much: a third of the heap, 256 MiB at most. */
  static MemoryBudget forDrawing() {
    return new MemoryBudget(Math.min(Runtime.getRuntime().maxMemory() / 3, 256 * MEBIBYTE));
  }

  /**
   * Takes from the budget for something that stays in memory until the document is closed.
   *
   * @param bytes the estimate, not negative
   */
  void spend(long bytes) {
    allow(bytes);
    left -= bytes;
  }

  /**
   * Checks something that is held only for a while, without taking from the budget.
   *
   * @param bytes its size
   */
  void allow(long bytes) {
    if (bytes > left) {
      left =
          -1; // once exceeded, always exceeded: PDFBox must not go on after a swallowed exception
      throw new Exceeded();
    }
  }

  /** True once anything was refused, also if a library has swallowed the exception. */
  boolean isExceeded() {
    return left < 0;
  }

  /** The document needs more than its budget. Unchecked, so that PDFBox does not try to repair. */
  static final class Exceeded extends RuntimeException {
    private Exceeded() {
      super("the document needs more memory than it is granted", null, false, false);
    }
  }
}
