package io.github.flippingbookemulator.internal.source.pdf;

import io.github.flippingbookemulator.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * The limits of what reading or drawing one PDF may take: memory, by an estimate that the parser
 * keeps; decoded bytes, all together; and time.
 *
 * <p>A crafted file of 1 MB can grow a thousandfold. Catching the {@link OutOfMemoryError} is not
 * enough: any thread that allocates can get it. So memory is counted before it is allocated, and
 * the work ends when the budget is used up. Each document has a budget of its own; its share of the
 * heap leaves room for as many documents as {@link
 * io.github.flippingbookemulator.internal.time.FileWork} reads at a time.
 */
final class DocumentBudget {
  private static final long MEBIBYTE = 1 << 20;

  /** Of all streams together, each time that they are decoded. Real pages need a tenth of it. */
  private static final long MOST_DECODED = 512 * MEBIBYTE;

  /** The deadline is asked once in so many small steps. */
  private static final int STEPS = 1024;

  private final Deadline deadline;
  private long left;
  private long decodable = MOST_DECODED;
  private int steps;
  private @Nullable String exceeded;

  private DocumentBudget(long memory, Deadline deadline) {
    this.left = memory;
    this.deadline = deadline;
  }

  /** For the inspection of a file: a fifth of the heap, 256 MiB at most. */
  static DocumentBudget forInspection(Deadline deadline) {
    long share = Runtime.getRuntime().maxMemory() / 5;
    return new DocumentBudget(Math.min(share, 256 * MEBIBYTE), deadline);
  }

  /** For drawing a page, where pictures need more: a third of the heap, 256 MiB at most. */
  static DocumentBudget forDrawing(Deadline deadline) {
    long share = Runtime.getRuntime().maxMemory() / 3;
    return new DocumentBudget(Math.min(share, 256 * MEBIBYTE), deadline);
  }

  /**
   * Takes from the budget for data that stays in memory until the document is closed.
   *
   * @param bytes the estimate, not negative
   */
  void spend(long bytes) {
    allow(bytes);
    left -= bytes;
    step();
  }

  /**
   * Checks data that is kept only for a short time, without taking from the budget.
   *
   * @param bytes its size
   */
  void allow(long bytes) {
    if (bytes > left) {
      throw exceed("it needs more memory than the emulator grants a document");
    }
  }

  /**
   * Takes from the budget for bytes that a filter has made, even if nobody keeps them.
   *
   * @param bytes their number
   */
  void decoded(int bytes) {
    decodable -= bytes;
    if (decodable < 0) {
      throw exceed("its parts unfold to more than " + MOST_DECODED / MEBIBYTE + " MB");
    }
    step();
  }

  /** Checks the time now and then, for work in small steps. */
  void step() {
    if (++steps % STEPS == 0) {
      checkTime();
    }
  }

  /** Checks the time. */
  void checkTime() {
    if (exceeded != null || deadline.isOver()) {
      throw exceed(
          "it takes longer than the %s seconds that the emulator grants"
              .formatted(plain(deadline.limit().toMillis() / 1000.0)));
    }
  }

  /**
   * Returns what was exceeded, even if a library has swallowed the exception.
   *
   * @return the end of a sentence; null if nothing was
   */
  @Nullable String exceeded() {
    return exceeded;
  }

  private Exceeded exceed(String why) {
    if (exceeded == null) {
      exceeded = why;
    }
    left = -1; // stays exceeded: PDFBox must not go on after a swallowed exception
    return new Exceeded();
  }

  private static String plain(double seconds) {
    return seconds == Math.rint(seconds) ? String.valueOf((long) seconds) : String.valueOf(seconds);
  }

  /** The document needs more than its budget. Unchecked, so that PDFBox does not try to repair. */
  static final class Exceeded extends RuntimeException {
    private Exceeded() {
      super("the document needs more than it is granted", null, false, false);
    }
  }
}
