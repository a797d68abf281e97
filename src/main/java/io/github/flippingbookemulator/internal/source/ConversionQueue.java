package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.internal.account.Account;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.source.ConversionTimes;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.source.Source;
import io.github.flippingbookemulator.source.Source.Work;
import io.github.flippingbookemulator.source.SourceState;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The queue of an account's timed conversions. They start in the order in which they were queued,
 * two run at a time (E), and each step is scheduled on the emulator's clock. All methods are called
 * under the account's lock.
 */
final class ConversionQueue {
  static final int AT_A_TIME = 2;

  private final Account account;
  private final ConversionStateMachine steps;
  private final ConversionTimes times;
  private final EmulatorClock clock;
  private final Queue<Conversion> waiting = new ArrayDeque<>();
  private final Set<Conversion> underWay = new LinkedHashSet<>();

  ConversionQueue(
      Account account, ConversionStateMachine steps, ConversionTimes times, EmulatorClock clock) {
    this.account = account;
    this.steps = steps;
    this.times = times;
    this.clock = clock;
  }

  /** Adds a source in whatever state it is; does nothing if it is held back or final. */
  void takeOver(Conversion conversion) {
    Source source = conversion.source();
    switch (source.state()) {
      case WAIT_AUTO_QUEUE -> at(source.received().plus(times.queue()), conversion, this::enqueue);
      case QUEUED, COMPLETED -> {
        if (source.work() == null || underWay.size() == AT_A_TIME) {
          waiting.add(conversion);
        } else {
          begin(conversion);
        }
      }
      default -> {}
    }
  }

  /** Restores the queue from a snapshot. */
  void load(List<Conversion> begun, List<Conversion> inLine) {
    begun.forEach(this::begin);
    waiting.addAll(inLine);
    startNext();
  }

  List<Conversion> underWay() {
    return List.copyOf(underWay);
  }

  List<Conversion> waiting() {
    return List.copyOf(waiting);
  }

  /** Removes a source; the caller then calls {@link #startNext}. */
  void letGo(Conversion conversion) {
    waiting.remove(conversion);
    underWay.remove(conversion);
  }

  private void enqueue(Conversion conversion) {
    if (conversion.file() == null) {
      // The file is not checked yet. The check ends without the lock, so retry on the clock.
      conversion.fileChecked.thenRun(() -> at(clock.now(), conversion, this::enqueue));
      return;
    }
    steps.next(conversion);
    if (conversion.source().state() == SourceState.QUEUED) {
      waiting.add(conversion);
      startNext();
    }
  }

  /** Starts waiting conversions while fewer than {@link #AT_A_TIME} are under way. */
  void startNext() {
    while (underWay.size() < AT_A_TIME && !waiting.isEmpty()) {
      Conversion conversion = waiting.remove();
      boolean begunBefore = conversion.source().work() != null;
      if (begunBefore || steps.next(conversion)) {
        begin(conversion);
      }
    }
  }

  private void begin(Conversion conversion) {
    underWay.add(conversion);
    awaitEnd(conversion);
  }

  private void endStage(Conversion conversion) {
    if (!underWay.contains(conversion)) {
      return; // removed since, and now waiting for a place again
    }
    boolean moved = steps.next(conversion);
    if (moved && !conversion.source().state().isFinal()) {
      awaitEnd(conversion);
    } else {
      letGo(conversion);
      startNext();
    }
  }

  private void awaitEnd(Conversion conversion) {
    Work work = conversion.source().work();
    if (work != null) {
      at(work.ends(), conversion, this::endStage);
    }
  }

  /** Schedules a step, which is dropped if the source has changed or left pace TIMED by then. */
  private void at(Instant due, Conversion conversion, Consumer<Conversion> what) {
    Source planned = conversion.source();
    clock.schedule(
        due,
        () ->
            account.write(
                () -> {
                  if (conversion.source() == planned && conversion.pace() == Pace.TIMED) {
                    what.accept(conversion);
                  }
                  return null;
                }));
  }
}
