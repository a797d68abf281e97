package io.github.flippingbookemulator.internal.compare;

import io.github.flippingbookemulator.internal.time.Threads;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The pauses between calls. They end early when the process ends. */
final class Pauses {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Duration interval;
  private final Threads threads;
  private final CompletableFuture<?> stopped;

  /**
   * Plans pauses.
   *
   * @param interval the least time between an answer and the next call
   * @param threads keep the time
   * @param stopped completes when the process ends
   */
  Pauses(Duration interval, Threads threads, CompletableFuture<?> stopped) {
    this.interval = interval;
    this.threads = threads;
    this.stopped = stopped;
  }

  /** Waits until the interval after the last answer is over. */
  void untilNext(Duration sinceLast) {
    pause(interval.minus(sinceLast));
  }

  /**
   * Waits as long as the side asked for; if it did not say, twice as long after each refusal.
   *
   * @throws NoAnswer if it asked for more than a minute
   */
  void asAsked(HttpHeaders headers, int refusals) {
    Duration asked =
        headers
            .firstValue("Retry-After")
            .flatMap(text -> duration(text.strip(), headers))
            .orElse(interval.multipliedBy(1L << refusals));
    if (asked.compareTo(LONGEST) > 0) {
      throw new NoAnswer("asked for a pause of " + asked.toSeconds() + " s");
    }
    pause(asked);
  }

  /** Waits, for a side that needs time. */
  void pause(Duration time) {
    if (!time.isNegative() && !time.isZero()) {
      CompletableFuture.anyOf(threads.pause(time), stopped).join();
    }
    if (stopped.isDone()) {
      throw new Stopped();
    }
  }

  /** Seconds, or a date, which counts from the date of the answer. */
  private static Optional<Duration> duration(String text, HttpHeaders headers) {
    if (text.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      ZonedDateTime until = date(text);
      return headers.firstValue("Date").map(now -> Duration.between(date(now), until));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static ZonedDateTime date(String text) {
    return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
  }
}
