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
 * The line of an account's timed conversions: in order of arrival, two at a time (E), each step at
 * its time on the emulator's clock. All methods are called under the account's lock.
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

  /** Takes a source over, wherever it is on its way. */
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

  /** Goes on with a line as it was at another time. */
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

  /** Gives a source up, whose place is free for the next one then. */
  void letGo(Conversion conversion) {
    waiting.remove(conversion);
    underWay.remove(conversion);
  }

  private void enqueue(Conversion conversion) {
    if (conversion.file() == null) {
      // Time is up but the file is not here yet; it comes on a worker, under no lock.
      conversion.fileChecked.thenRun(() -> at(clock.now(), conversion, this::enqueue));
      return;
    }
    steps.next(conversion);
    if (conversion.source().state() == SourceState.QUEUED) {
      waiting.add(conversion);
      startNext();
    }
  }

  /** Starts as many of the waiting conversions as there are places for. */
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
      return; // it has left the line since, and came back to wait for a place
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

  /** Plans something for a source, to be forgotten if the source is moved before. */
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
