package io.github.flippingbookemulator.internal.source.pdf;

/**
 * A limit of the memory that one PDF may take, by an estimate that the parser keeps.
 *
 * <p>A crafted file of 1 MB can grow a thousandfold. Catching the {@link OutOfMemoryError} is not
 * enough: any thread that allocates can get it. So memory is counted before it is allocated, and
 * the parse ends when the budget is used up. Each document has a budget of its own; its share of
 * the heap leaves room for two documents at a time.
 */
final class MemoryBudget {
  private static final long MEBIBYTE = 1 << 20;

  private long left;

  private MemoryBudget(long limit) {
    this.left = limit;
  }

  /** For the inspection of a file: a quarter of the heap, 256 MiB at most. */
  static MemoryBudget forInspection() {
    return new MemoryBudget(Math.min(Runtime.getRuntime().maxMemory() / 4, 256 * MEBIBYTE));
  }

  /** For drawing a page, where pictures need more: a third of the heap, 256 MiB at most. */
  static MemoryBudget forDrawing() {
    return new MemoryBudget(Math.min(Runtime.getRuntime().maxMemory() / 3, 256 * MEBIBYTE));
  }

  /**
   * Takes from the budget for data that stays in memory until the document is closed.
   *
   * @param bytes the estimate, not negative
   */
  void spend(long bytes) {
    allow(bytes);
    left -= bytes;
  }

  /**
   * Checks data that is kept only for a short time, without taking from the budget.
   *
   * @param bytes its size
   */
  void allow(long bytes) {
    if (bytes > left) {
      left = -1; // stays exceeded: PDFBox must not go on after a swallowed exception
      throw new Exceeded();
    }
  }

  /** True once the budget was exceeded, even if a library has swallowed the exception. */
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
