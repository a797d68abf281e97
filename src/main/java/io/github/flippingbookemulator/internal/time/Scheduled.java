package io.github.flippingbookemulator.internal.time;

/** A task that waits for its time on an {@link EmulatorClock}. */
@FunctionalInterface
public interface Scheduled {
  /** Takes the task back; does nothing if it has run or is running. */
  void cancel();
}
