package io.github.flippingbookemulator.internal.time;

/** A task that is scheduled on an {@link EmulatorClock}. */
@FunctionalInterface
public interface Scheduled {
  /** Cancels the task; does nothing if it has run or is running. */
  void cancel();
}
