package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.internal.time.Threads;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The servers of this JVM. Unused ones are kept for the next use: starting is slow, resetting is
 * fast.
 */
final class Pool {
  static final Pool SHARED = new Pool();

  private final Deque<Emulator> idle = new ArrayDeque<>();
  private final Set<Emulator> running = new HashSet<>();
  private @Nullable CompletableFuture<@Nullable Void> preparing;
  private boolean ending;

  private Pool() {
    // Stops servers that are in use when the process has to end during tests.
    Threads.whenProcessEnds(this::closeAll);
  }

  /** Starts a server in the background, for the first use. */
  synchronized void prepare() {
    if (preparing == null) {
      Threads threads = new Threads();
      preparing =
          CompletableFuture.runAsync(
                  () -> {
                    EmulatorOptions options = EmulatorOptions.defaults();
                    giveBack(started(Emulator.start(options)), options);
                  },
                  threads.workers())
              .handle((done, failure) -> null); // a use that needs a server reports the failure
      preparing.thenRun(threads::close);
    }
  }

  /** Takes an unused emulator, as if just started. */
  Emulator take(EmulatorOptions options) {
    awaitPrepared();
    Emulator waiting = poll(options);
    if (waiting == null) {
      return started(Emulator.start(options));
    }
    try {
      waiting.reset(options);
      return waiting;
    } catch (RuntimeException e) {
      stop(waiting);
      throw e;
    }
  }

  /**
   * Takes an emulator back. Ends its running work at once; the user's object cannot control the
   * server any more.
   */
  void giveBack(Emulator used, EmulatorOptions options) {
    Emulator clean;
    try {
      clean = used.successor(Credentials.fresh().on(options));
    } catch (RuntimeException e) {
      // The test has ended and must not fail for this; the next one gets another server.
      System.getLogger(Pool.class.getName()).log(Level.WARNING, "A reset failed", e);
      stop(used);
      return;
    }
    synchronized (this) {
      running.remove(used);
    }
    started(clean);
    synchronized (this) {
      idle.addLast(clean); // at the end, so that it is used again as late as possible
    }
  }

  /** Stops an emulator that is not to be used again. */
  void stop(Emulator used) {
    synchronized (this) {
      running.remove(used);
    }
    used.close();
  }

  /** Stops unused servers; one that is still starting is stopped when it is ready. */
  void closeIdle() {
    synchronized (this) {
      if (preparing != null && !preparing.isDone()) {
        preparing.thenRun(this::closeIdle);
      }
    }
    List<Emulator> unused;
    synchronized (this) {
      unused = List.copyOf(idle);
      idle.clear();
    }
    unused.forEach(this::stop);
  }

  private void awaitPrepared() {
    CompletableFuture<@Nullable Void> underWay;
    synchronized (this) {
      underWay = preparing;
    }
    if (underWay != null) {
      underWay.join();
    }
  }

  private void closeAll() {
    List<Emulator> all;
    synchronized (this) {
      ending = true;
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
        return emulator;
      }
    }
    return null;
  }

  /** Registers a running emulator. If the process is ending, stops it, since nothing else would. */
  private Emulator started(Emulator emulator) {
    synchronized (this) {
      if (!ending) {
        running.add(emulator);
        return emulator;
      }
    }
    emulator.close();
    throw new IllegalStateException("the process is ending");
  }
}
