package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.internal.http.Answer;
import io.github.flippingbookemulator.internal.time.Stopwatch;
import io.github.flippingbookemulator.internal.time.Threads;
import io.github.flippingbookemulator.journal.JournalControl.Line;
import io.github.flippingbookemulator.journal.JournalControl.Page;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The journal over HTTP, page by page. A call can wait for new lines. */
public final class JournalRoutes {
  public static final int LARGEST_PAGE = 1000;

  private final EmulatorControl emulator;
  private final Threads threads;

  JournalRoutes(EmulatorControl emulator, Threads threads) {
    this.emulator = emulator;
    this.threads = threads;
  }

  void addTo(ControlEndpoints table) {
    table.await(
        "GET",
        "/journal",
        "Read what was called and what happened, page by page; wait for more, if asked to.",
        this::page);
  }

  private CompletableFuture<?> page(ControlCall call) {
    long after = call.queryNumber("after").orElse(0L);
    Optional<Long> account = call.queryNumber("account");
    Optional<String> journal = call.query("journal");
    int limit = (int) Math.min(LARGEST_PAGE, call.queryNumber("limit").orElse(100L));
    Duration wait = call.query("wait").map(JournalRoutes::duration).orElse(Duration.ZERO);
    Stopwatch stopwatch = Stopwatch.start();
    return threads.watch(
        () -> {
          Page page = emulator.journal().page(after, limit);
          boolean another = journal.isPresent() && !journal.get().equals(page.journal());
          boolean over = stopwatch.elapsed().compareTo(wait) >= 0;
          return !page.lines().isEmpty() || another || over
              ? Optional.of(masked(account.map(id -> only(page, id)).orElse(page)))
              : Optional.empty();
        });
  }

  /** Events can hold what a caller stored under a wrong name. */
  private Answer masked(Page page) {
    String json = new String(ControlJson.write(page), StandardCharsets.UTF_8);
    return new Answer.File(
        "application/json",
        KnownSecrets.of(emulator).maskKnown(json).getBytes(StandardCharsets.UTF_8));
  }

  private static Page only(Page page, long account) {
    List<Line> lines =
        page.lines().stream().filter(line -> line.entry().accountId() == account).toList();
    return new Page(page.journal(), page.next(), lines);
  }

  private static Duration duration(String text) {
    try {
      return ControlCall.atMostADay(Duration.parse(text), Duration.ZERO);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "wait: received '" + text + "'; accepted is a duration such as 'PT10S'.");
    }
  }
}
