package io.github.flippingbookemulator.internal.time;

import java.time.Instant;

/**
 * An action with a due time. Tasks are ordered by due time, then by the order of scheduling.
 *
 * @param generation that of who has scheduled it, see {@link Background}
 */
record Task(Instant due, long sequence, long generation, Runnable action)
    implements Comparable<Task> {
  /** Runs the action and logs an exception, which must not stop other tasks. */
  void run() {
    try {
      action.run();
    } catch (RuntimeException e) {
      System.getLogger(EmulatorClock.class.getName())
          .log(System.Logger.Level.ERROR, "A task due at " + due + " failed", e);
    }
  }

  @Override
  public int compareTo(Task other) {
    int byTime = due.compareTo(other.due);
    return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
  }
}
