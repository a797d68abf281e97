package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.time.Threads;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The servers of this JVM. One that nobody uses waits here for the next use: starting is slow,
 * resetting is not.
 */
final class Pool {
  static final Pool SHARED = new Pool();

  private final Deque<Emulator> idle = new ArrayDeque<>();
  private final Set<Emulator> running = new HashSet<>();

  private Pool() {
    // The last resort: for what is used when the process is told to end in the midst of tests.
    Threads.whenProcessEnds(this::closeAll);
  }

  /** Takes an emulator that nobody else uses, as if just started. */
  Emulator take(EmulatorOptions options) {
    Emulator waiting = poll(options);
    if (waiting == null) {
      return started(Emulator.start(options));
    }
    try {
      return started(waiting.successor(options));
    } catch (RuntimeException e) {
      waiting.close();
      throw e;
    }
  }

  /** Takes an emulator back, and ends at once what still goes on in it. */
  void giveBack(Emulator used, EmulatorOptions options) {
    Emulator clean;
    try {
      clean = used.successor(Keys.fresh().on(options));
    } catch (RuntimeException e) {
      // The test has ended and is not to blame; the next one gets another server.
      System.getLogger(Pool.class.getName()).log(Level.WARNING, "A reset failed", e);
      stop(used);
      return;
    }
    synchronized (this) {
      running.remove(used);
      running.add(clean);
      idle.addLast(clean); // taken as late as possible
    }
  }

  /** Stops an emulator that is not to be used again. */
  void stop(Emulator used) {
    synchronized (this) {
      running.remove(used);
    }
    used.close();
  }

  /** Stops what nobody uses. */
  void closeIdle() {
    List<Emulator> unused;
    synchronized (this) {
      unused = List.copyOf(idle);
      idle.clear();
    }
    unused.forEach(this::stop);
  }

  private void closeAll() {
    List<Emulator> all;
    synchronized (this) {
      all = List.copyOf(running);
      idle.clear();
    }
    all.forEach(this::stop);
  }

  private synchronized @Nullable Emulator poll(EmulatorOptions options) {
    for (Iterator<Emulator> each = idle.iterator(); each.hasNext(); ) {
      Emulator emulator = each.next();
      if (emulator.fits(options)) {
        each.remove();
        running.remove(emulator);
        return emulator;
      }
    }
    return null;
  }

  private synchronized Emulator started(Emulator emulator) {
    running.add(emulator);
    return emulator;
  }
}
