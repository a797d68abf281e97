package io.github.flippingbookemulator.internal.time;

import java.time.Instant;

/** Something to do at a time; of what is due at the same time, the first that was planned first. */
record Task(Instant due, long sequence, Runnable action) implements Comparable<Task> {
  /** Runs the action; a fault in one task must not stop the others. */
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
