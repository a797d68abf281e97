package io.github.flippingbookemulator.source;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An immutable snapshot of a source.
 *
 * @param id 32 lowercase hex digits
 * @param publicationId the id of its publication
 * @param received when it was added
 * @param state its state
 * @param work the stage under way; null if none
 * @param totalPages how many pages its PDF has; 0 until that is known
 * @param failure why it failed, as text; null if it did not
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
   * @param stage the stage
   * @param began when it began
   * @param takes how long it takes on the emulator's clock; zero outside pace TIMED
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

    /** How many of the equal parts are done. In integers, since rounding could count one late. */
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
   * @return during the preview a fraction from 0 to 1 with at most two decimals, during L1 the
   *     number of pages done; null if no stage is under way
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
