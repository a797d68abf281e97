package io.github.flippingbookemulator.internal.time;

import io.github.flippingbookemulator.time.ClockControl;
import io.github.flippingbookemulator.time.Pending;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

  private final Duration limit;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition batonFree = lock.newCondition();
  private final PriorityQueue<Task> tasks = new PriorityQueue<>();
  private final Sleepers delays = new Sleepers();
  private final VirtualTime flow;
  private volatile Runnable listener = () -> {};
  private volatile Runnable guard = () -> {};
  private boolean closed;
  private long sequence;
  private @Nullable Thread baton; // of the one thread that runs a task
  private @Nullable ScheduledFuture<?> wakeUp;

  /**
   * Starts a clock.
   *
   * @param threads run due tasks while no call advances the clock
   * @param background the work that {@link #advance} waits for before it moves the clock
   * @param start the time at which the clock starts
   * @param speed emulated seconds per real second, 0 or more
   * @param limit how long an advance waits for the world outside, in real time
   */
  public EmulatorClock(
      Threads threads, Background background, Instant start, double speed, Duration limit) {
    this.threads = threads;
    this.background = background;
    this.limit = limit;
    this.flow = new VirtualTime(start, speed);
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

  /**
   * Sets a check that an advance begins with.
   *
   * @param guard throws an IllegalStateException if the calling thread must not wait for others
   */
  public void guard(Runnable guard) {
    this.guard = guard;
  }

  @Override
  public Instant now() {
    lock.lock();
    try {
      return flow.now().truncatedTo(ChronoUnit.MICROS); // as exact as the service writes times
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
  public List<Pending> advance(Duration step) {
    if (step.isNegative()) {
      throw new IllegalArgumentException("the clock only moves forward, not by " + step);
    }
    Advance advance = begin(step);
    do {
      background.await(advance.generation, advance.outside);
    } while (runNext(advance));
    listener.run();
    List<String> left =
        advance.outside.isOver() ? background.outside(advance.generation) : List.of();
    if (!left.isEmpty()) {
      System.getLogger(EmulatorClock.class.getName())
          .log(
              System.Logger.Level.WARNING,
              "The clock was moved on without waiting any longer for " + String.join("; ", left));
    }
    return left.stream().map(what -> new Pending(what, Pending.On.WORK)).toList();
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
      Task task = new Task(due, sequence++, background.generation(), action);
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

  private Advance begin(Duration step) {
    lock.lock();
    try {
      if (baton == Thread.currentThread()) {
        throw new IllegalStateException("a task of the clock must not advance the clock");
      }
      if (closed) {
        throw resetMeanwhile();
      }
      Instant target = flow.now().plus(step);
      if (target.isAfter(VirtualTime.END)) {
        throw tooFar(step, null);
      }
    } catch (DateTimeException | ArithmeticException e) {
      throw tooFar(step, e);
    } finally {
      lock.unlock();
    }
    if (background.isCaller()) {
      throw new IllegalStateException(
          "advance() waits for background work, so background work must not call it");
    }
    guard.run();
    return new Advance(background.endGeneration(), step, limit);
  }

  /**
   * Moves the clock to the next task of an advance and runs it; or, if there is none, to the end of
   * the advance. Time stands still only while the task runs, so that the task sees its due time.
   *
   * @return whether there was a task
   */
  private boolean runNext(Advance advance) {
    Task task;
    lock.lock();
    try {
      while (baton != null) {
        batonFree.awaitUninterruptibly();
      }
      if (closed) {
        return false;
      }
      flow.stop();
      task = next(advance);
      Duration part = task == null ? advance.left() : Duration.between(flow.now(), task.due());
      if (!part.isNegative()) {
        flow.move(part);
        advance.moved(part);
      }
      if (task == null) {
        flow.goOn();
        armWakeUp();
        return false;
      }
      baton = Thread.currentThread();
    } finally {
      lock.unlock();
    }
    try {
      background.as(task.generation(), task::run);
    } finally {
      passBaton();
    }
    return true;
  }

  /** Removes the next task that an advance runs, if there is one. */
  private @Nullable Task next(Advance advance) {
    Instant end = flow.now().plus(advance.left());
    Task first = tasks.peek();
    if (first == null
        || first.due().isAfter(end)
        || tasks.stream().noneMatch(task -> advance.takes(task, end))) {
      return null;
    }
    return tasks.poll();
  }

  private void passBaton() {
    lock.lock();
    try {
      baton = null;
      flow.goOn();
      batonFree.signalAll();
      armWakeUp();
    } finally {
      lock.unlock();
    }
  }

  /** Removes the next task that is due now, unless an advance waits for its turn. */
  private @Nullable Task nextDue() {
    lock.lock();
    try {
      Task next = tasks.peek();
      boolean due = next != null && !next.due().isAfter(flow.now());
      return due && !lock.hasWaiters(batonFree) ? tasks.poll() : null;
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
      for (Task task = nextDue(); task != null; task = nextDue()) {
        background.as(task.generation(), task::run);
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

  private static IllegalArgumentException tooFar(Duration step, @Nullable Throwable cause) {
    return new IllegalArgumentException("the clock cannot move that far: " + step, cause);
  }

  private static IllegalStateException resetMeanwhile() {
    return new IllegalStateException(
        "this clock ended with a reset or stop of its emulator; ask the emulator for clock() anew");
  }
}
