package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.trigger.Trigger;

/**
 * A trigger with what it has reported so far.
 *
 * @param trigger the trigger
 * @param viewsTold how many openings a link's automatic trigger has reported
 * @param downloadTold whether a link's automatic trigger has reported a print or download
 */
public record TriggerState(Trigger trigger, int viewsTold, boolean downloadTold) {
  /** Rejects a negative number. */
  public TriggerState {
    if (viewsTold < 0) {
      throw new IllegalArgumentException("viewsTold must be 0 or more");
    }
  }
}
