package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.source.Pace;

/**
 * What moves one source on.
 *
 * @param pace what
 * @param polls in pace {@link Pace#PER_POLL}, how many polls are left until the one with which it
 *     arrives; 0 where each poll is a step
 */
public record PaceSetting(Pace pace, int polls) {
  /** Refuses polls below zero, and in other paces. */
  public PaceSetting {
    if (polls < 0 || polls > 0 && pace != Pace.PER_POLL) {
      throw new IllegalArgumentException("polls must be 0, or more in pace PER_POLL");
    }
  }
}
