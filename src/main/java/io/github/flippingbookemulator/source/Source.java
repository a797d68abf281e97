package io.github.flippingbookemulator.source;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source as it is at one moment.
 *
 * @param id 32 lowercase hex digits
 * @param publicationId its publication
 * @param received when it came in
 * @param state where it is on its way
 * @param work what is being made of it; null while nothing is
 * @param totalPages how many pages its PDF has; 0 until that is known
 * @param failure why it failed, in words; null if it did not
 */
public record Source(
    String id,
    String publicationId,
    Instant received,
    SourceState state,
    @Nullable Work work,
    int totalPages,
    @Nullable String failure) {

  /**
   * A stage under way.
   *
   * @param stage which
   * @param began when it began
   * @param takes how long it takes on the emulator's clock; zero if not the clock decides
   */
  public record Work(Stage stage, Instant began, Duration takes) {
    /**
     * Returns when the stage ends.
     *
     * @return the time on the emulator's clock; when it began, if not the clock decides
     */
    public Instant ends() {
      return began.plus(takes);
    }

    /** How many of so many equal parts are done; in whole numbers, so that none comes late. */
    private long doneBy(Instant now, int parts) {
      if (takes.isZero()) {
        return 0;
      }
      Duration elapsed = Duration.between(began, now);
      return Math.min(parts, Math.max(0, elapsed.multipliedBy(parts).dividedBy(takes)));
    }
  }

  /**
   * Returns the progress as the API writes it.
   *
   * @param now the time on the emulator's clock
   * @return during the preview a fraction from 0 to 1, during L1 the number of pages done; null
   *     while nothing is being made
   */
  public @Nullable String progress(Instant now) {
    if (work == null) {
      return null;
    }
    if (work.stage == Stage.L1) {
      return Long.toString(work.doneBy(now, totalPages));
    }
    return BigDecimal.valueOf(work.doneBy(now, 100), 2).stripTrailingZeros().toPlainString();
  }
}
