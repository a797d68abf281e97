package io.github.flippingbookemulator.bench;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.source.SourceEvent.SourceConverted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many PDFs a second become publications: 16 clients upload PDFs of one page over HTTP, in
 * base64, at the pace at which each call answers when its conversion is done.
 */
final class Conversions {
  private static final int CLIENTS = 16;

  private Conversions() {}

  static void measure(Effort effort, Table table) throws Exception {
    Samples perSecond = new Samples();
    for (int round = 0; round < effort.rounds(); round++) {
      perSecond.add(Child.run(Conversions.class, Child.emulatorClassPath(), effort.sources())[0]);
    }
    table.add(
        Table.number(effort.sources()) + " PDFs uploaded and converted",
        "1/s",
        perSecond,
        Goal.atLeast(500));
  }

  /** The fresh JVM: converts a tenth to warm up, then all, and prints how many a second. */
  public static void main(String[] args) throws Exception {
    int sources = Integer.parseInt(args[0]);
    convert(sources / 10);
    System.out.println(convert(sources));
    System.exit(0);
  }

  private static double convert(int sources) throws Exception {
    byte[] publish = OnePagePdf.publish();
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try (Emulator emulator =
        Emulator.start(EmulatorOptions.defaults().pace(Pace.IMMEDIATE).rateLimit(RateLimit.OFF))) {
      AtomicInteger converted = new AtomicInteger();
      emulator.events().on(SourceConverted.class, event -> converted.incrementAndGet());
      AtomicInteger left = new AtomicInteger(sources);
      List<Callable<Integer>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(() -> upload(emulator.uri().getPort(), publish, left));
      }
      long start = System.nanoTime();
      for (Future<Integer> client : threads.invokeAll(clients)) {
        client.get();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      if (converted.get() != sources) {
        throw new IllegalStateException(converted + " of " + sources + " were converted");
      }
      return sources / seconds;
    } finally {
      threads.shutdown();
    }
  }

  private static int upload(int port, byte[] publish, AtomicInteger left) throws IOException {
    int uploaded = 0;
    try (KeepAlive client = new KeepAlive(port)) {
      while (left.getAndDecrement() > 0) {
        client.exchange(publish);
        uploaded++;
      }
    }
    return uploaded;
  }
}
