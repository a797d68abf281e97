package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.trigger.Trigger;

/**
 * A trigger with how far it is.
 *
 * @param trigger the trigger
 * @param viewsTold of a link's automatic trigger, how many openings it has told
 * @param downloadTold of a link's automatic trigger, whether it has told a print or download
 */
public record TriggerState(Trigger trigger, int viewsTold, boolean downloadTold) {
  /** Refuses a number below zero. */
  public TriggerState {
    if (viewsTold < 0) {
      throw new IllegalArgumentException("viewsTold must be 0 or more");
    }
  }
}
