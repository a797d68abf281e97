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
 * <p>It runs at a <em>speed</em> against real time: 1 is real time, 100 is a hundred times faster,
 * 0 stands still. At any speed it can be advanced. Due tasks run one at a time, in the order of due
 * times and, if these are equal, in the order of scheduling. Tasks are short; slow work belongs to
 * {@link Background}.
 *
 * <p>A clock belongs to one instance of the emulator: a reset closes it.
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
   * @param threads run due tasks while no call advances the clock
   * @param background the work that {@link #advance} waits for before it moves the clock
   * @param start the time at which the clock starts
   * @param speed emulated seconds per real second, 0 or more
   */
  public EmulatorClock(Threads threads, Background background, Instant start, double speed) {
    this.threads = threads;
    this.background = background;
    this.flow = new VirtualTime(start, speed);
  }

  /**
   * Starts a clock at the real time.
   *
   * @param threads run due tasks while no call advances the clock
   * @param background the work that {@link #advance} waits for before it moves the clock
   * @param speed emulated seconds per real second, 0 or more
   * @return the clock
   */
  public static EmulatorClock startingNow(Threads threads, Background background, double speed) {
    return new EmulatorClock(threads, background, realTime(), speed);
  }

  /**
   * Returns the real time, for values that other programs compare with their clocks, such as the
   * dates of a certificate.
   *
   * @return the real time, independent of the emulator's clocks
   */
  public static Instant realTime() {
    return Instant.now();
  }

  /**
   * Sets the listener, which is called after each change of speed and each advance.
   *
   * @param listener called without a lock, on the thread that made the change
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
   * Schedules a task; does nothing if the clock is closed.
   *
   * @param due when it is to run; a time that has passed means as soon as possible
   * @param action must be short and must not block
   * @return a handle to cancel it
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
   * Waits on this clock without blocking a thread. If the clock stands still, or is frozen later,
   * the wait ends at once.
   *
   * @param time how long, on this clock
   * @return completes when the time is over; fails if the clock is closed before
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

  /** Closes this clock: scheduled tasks are dropped and delays fail. */
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

  /** Waits until no other thread runs tasks, stops the clock and returns the time to advance to. */
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
      Instant target = flow.now().plus(step); // may throw, so it comes before any change
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
   * Removes the next task that is due by the given time, and moves a stopped clock to its due time.
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
        return; // the thread with the baton sets the next wake-up
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
