package io.github.flippingbookemulator.internal.time;

import io.github.flippingbookemulator.time.ClockControl;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one clock of an emulator, and its only scheduler.
 *
 * <p>It runs at a <em>speed</em> against real time: 1 is real time, 100 a hundred times faster, 0
 * stands still. At any speed it can be advanced by hand. What falls due runs one task at a time, in
 * the order of due times and, where these are equal, in the order of scheduling. Tasks are short;
 * slow work belongs to {@link Background}.
 *
 * <p>A clock belongs to one instance of the emulator, from start or reset to the next: a reset
 * closes it.
 */
public final class EmulatorClock implements ClockControl, AutoCloseable {
  private final Threads threads;
  private final Background background;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition batonFree = lock.newCondition();
  private final PriorityQueue<Task> tasks = new PriorityQueue<>();
  private final Sleepers delays = new Sleepers();
  private final VirtualTime flow;
  private volatile Runnable listener = () -> {};
  private boolean closed;
  private long sequence;
  private @Nullable Thread baton;
  private @Nullable ScheduledFuture<?> wakeUp;

  /**
   * Starts a clock.
   *
   * @param threads where due tasks run while nobody advances the clock
   * @param background the work that {@link #advance} waits for before it moves on
   * @param start what the clock shows first
   * @param speed emulated seconds a real second, 0 or more
   */
  public EmulatorClock(Threads threads, Background background, Instant start, double speed) {
    this.threads = threads;
    this.background = background;
    this.flow = new VirtualTime(start, speed);
  }

  /**
   * Starts a clock that shows the real time first.
   *
   * @param threads where due tasks run while nobody advances the clock
   * @param background the work that {@link #advance} waits for before it moves on
   * @param speed emulated seconds a real second, 0 or more
   * @return the clock
   */
  public static EmulatorClock startingNow(Threads threads, Background background, double speed) {
    return new EmulatorClock(threads, background, realTime(), speed);
  }

  /**
   * Returns what the clocks of all other programs show: for what these check against theirs, as
   * they do the dates of a certificate.
   *
   * @return the real time, whatever the emulator's clocks show
   */
  public static Instant realTime() {
    return Instant.now();
  }

  /**
   * Tells of each change from now on: another speed, and the end of each advance.
   *
   * @param listener called under no lock, on the thread that made the change
   */
  public void listener(Runnable listener) {
    this.listener = listener;
  }

  @Override
  public Instant now() {
    lock.lock();
    try {
      return flow.now();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public double speed() {
    lock.lock();
    try {
      return flow.speed();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void speed(double newSpeed) {
    lock.lock();
    try {
      flow.speed(newSpeed);
      armWakeUp();
    } finally {
      lock.unlock();
    }
    if (newSpeed == 0) {
      delays.endAll();
    }
    listener.run();
  }

  @Override
  public void freeze() {
    speed(0);
  }

  @Override
  public void advance(Duration step) {
    if (step.isNegative()) {
      throw new IllegalArgumentException("the clock only moves forward, not by " + step);
    }
    if (Background.isCaller()) {
      throw new IllegalStateException(
          "advance() waits for background work, so background work must not call it");
    }
    Instant target = takeBatonAndStop(step);
    try {
      while (true) {
        background.awaitQuiet();
        Task task = nextDue(target);
        if (task == null) {
          break;
        }
        task.run();
      }
    } finally {
      lock.lock();
      try {
        flow.goOn(target);
      } finally {
        lock.unlock();
      }
      passBaton();
    }
    listener.run();
  }

  /**
   * Plans a task. On a closed clock this does nothing.
   *
   * @param due when it is to run; a time that has passed means as soon as possible
   * @param action what to run: short, and without waiting for anything
   * @return a handle to take it back
   */
  public Scheduled schedule(Instant due, Runnable action) {
    lock.lock();
    try {
      Task task = new Task(due, sequence++, action);
      if (!closed) {
        tasks.add(task);
        if (tasks.peek() == task) {
          armWakeUp();
        }
      }
      return () -> cancel(task);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits on this clock without holding a thread. Nobody can wait on a clock that stands still:
   * then, and when it is frozen later, the wait ends at once.
   *
   * @param time how long
   * @return completes when the time is over; fails when the clock is closed before
   */
  public CompletableFuture<Void> delay(Duration time) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    lock.lock();
    try {
      if (closed) {
        done.completeExceptionally(resetMeanwhile());
      } else if (flow.speed() == 0) {
        done.complete(null);
      } else {
        delays.add(done);
        schedule(flow.now().plus(time), () -> delays.end(done));
      }
    } finally {
      lock.unlock();
    }
    return done;
  }

  /** Ends this clock: nothing planned on it will run any more. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      tasks.clear();
      armWakeUp();
    } finally {
      lock.unlock();
    }
    delays.failAll(resetMeanwhile());
  }

  /** Stops the clock for a jump, and says where the jump ends. */
  private Instant takeBatonAndStop(Duration step) {
    lock.lock();
    try {
      if (baton == Thread.currentThread()) {
        throw new IllegalStateException("a task of the clock must not advance the clock");
      }
      while (baton != null) {
        batonFree.awaitUninterruptibly();
      }
      if (closed) {
        throw resetMeanwhile();
      }
      Instant target = flow.now().plus(step); // fails, if it does, while nothing is changed
      baton = Thread.currentThread();
      flow.stop();
      return target;
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("the clock cannot move that far: " + step, e);
    } finally {
      lock.unlock();
    }
  }

  private void passBaton() {
    lock.lock();
    try {
      baton = null;
      batonFree.signalAll();
      armWakeUp();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes the next task that is due by the given time, and moves a stopped clock to its due time.
   */
  private @Nullable Task nextDue(Instant by) {
    lock.lock();
    try {
      Task next = tasks.peek();
      if (next == null || next.due().isAfter(by)) {
        return null;
      }
      flow.jumpTo(next.due());
      return tasks.poll();
    } finally {
      lock.unlock();
    }
  }

  private void runWhatIsDue() {
    lock.lock();
    try {
      if (baton != null) {
        return; // whoever has the baton sets the next alarm
      }
      baton = Thread.currentThread();
    } finally {
      lock.unlock();
    }
    try {
      for (Task task = nextDue(now()); task != null; task = nextDue(now())) {
        task.run();
      }
    } finally {
      passBaton();
    }
  }

  private void armWakeUp() {
    if (wakeUp != null) {
      wakeUp.cancel(false);
      wakeUp = null;
    }
    Task next = tasks.peek();
    if (next == null || closed || flow.speed() == 0 || baton != null) {
      return;
    }
    long real = flow.realNanosUntil(next.due());
    wakeUp = threads.timer().schedule(this::runWhatIsDue, real, TimeUnit.NANOSECONDS);
  }

  private void cancel(Task task) {
    lock.lock();
    try {
      tasks.remove(task);
    } finally {
      lock.unlock();
    }
  }

  private static IllegalStateException resetMeanwhile() {
    return new IllegalStateException(
        "this clock ended with a reset or stop of its emulator; ask the emulator for clock() anew");
  }
}
