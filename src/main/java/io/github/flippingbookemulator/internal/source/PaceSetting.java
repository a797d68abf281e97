package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.source.Pace;

/**
 * What triggers the steps of one source.
 *
 * @param pace the trigger
 * @param polls in pace {@link Pace#PER_POLL}, the number of polls left, the last of which finishes
 *     it; 0 if each poll is a step
 */
public record PaceSetting(Pace pace, int polls) {
  /** Throws if polls is negative, or not 0 in another pace. */
  public PaceSetting {
    if (polls < 0 || polls > 0 && pace != Pace.PER_POLL) {
      throw new IllegalArgumentException("polls must be 0, or more in pace PER_POLL");
    }
  }
}
