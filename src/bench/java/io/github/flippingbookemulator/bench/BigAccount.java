package io.github.flippingbookemulator.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.internal.journal.Journal;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What many publications in one account cost: heap, and time of lists, measured over HTTP. */
final class BigAccount {
  private static final String PUBLICATIONS = "/api/v1/fbonline/publication";
  private static final int SMALL = 1000;
  private static final int CALLS = 400;

  private BigAccount() {}

  static void measure(Effort effort, Table table) throws Exception {
    List<Samples> figures = new ArrayList<>();
    for (int round = 0; round < effort.rounds(); round++) {
      double[] numbers =
          Child.run(BigAccount.class, Child.emulatorClassPath(), effort.publications());
      for (int i = 0; i < numbers.length; i++) {
        if (round == 0) {
          figures.add(new Samples());
        }
        figures.get(i).add(numbers[i]);
      }
    }
    String many = Table.number(effort.publications()) + " publications: ";
    table.add(many + "heap of one", "bytes", figures.get(0), Goal.atMost(1536));
    table.add(
        many + "last page of 100",
        "µs",
        figures.get(2),
        "first page of 100",
        figures.get(1),
        Goal.ratioAtMost(1.5));
    String few = "among " + Table.number(SMALL);
    // No figure is ever the same twice; one that depended on the size would be many times as high.
    table.add(
        many + "hashid filter", "µs", figures.get(5), few, figures.get(3), Goal.ratioAtMost(1.5));
    table.add(
        many + "url filter", "µs", figures.get(6), few, figures.get(4), Goal.ratioAtMost(1.5));
  }

  /** The fresh JVM: prints the figures in the order in which the table takes them. */
  public static void main(String[] args) throws Exception {
    int many = Integer.parseInt(args[0]);
    EmulatorOptions options = EmulatorOptions.defaults().rateLimit(RateLimit.OFF);
    try (Emulator bigEmulator = Emulator.start(options);
        Emulator smallEmulator = Emulator.start(options);
        KeepAlive big = new KeepAlive(bigEmulator.uri().getPort());
        KeepAlive small = new KeepAlive(smallEmulator.uri().getPort())) {
      fillJournal(big);
      List<Call> ofSmall = filters(small, create(small, SMALL));
      long before = usedHeap();
      List<Call> ofBig = filters(big, create(big, many));
      double perPublication = (usedHeap() - before) / (double) many;
      List<Call> calls = new ArrayList<>();
      calls.add(new Call(big, page(0)));
      calls.add(new Call(big, page(many - 100)));
      calls.addAll(ofSmall);
      calls.addAll(ofBig);
      System.out.println(
          Stream.concat(Stream.of(perPublication), medians(calls).stream())
              .map(String::valueOf)
              .collect(Collectors.joining(" ")));
    }
  }

  private record Call(KeepAlive client, byte[] request) {}

  /** The journal has a fixed length; full before, it counts neither for nor against us. */
  private static void fillJournal(KeepAlive client) throws IOException {
    for (int i = 0; i < Journal.CAPACITY; i++) {
      client.exchange(page(0));
    }
  }

  /** Creates publications and returns the body of the answer about one of them. */
  private static String create(KeepAlive client, int count) throws IOException {
    byte[] body = {};
    for (int i = 0; i < count; i++) {
      body = client.exchange(KeepAlive.post(PUBLICATIONS, "{\"name\":\"Catalog " + i + "\"}"));
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  private static byte[] page(int offset) {
    return KeepAlive.get(PUBLICATIONS + "?count=100&offset=" + offset);
  }

  private static List<Call> filters(KeepAlive client, String created) throws IOException {
    JsonNode publication = new ObjectMapper().readTree(created);
    return List.of(
        new Call(
            client,
            KeepAlive.get(PUBLICATIONS + "?hashid=" + publication.get("hashId").textValue())),
        new Call(
            client, KeepAlive.get(PUBLICATIONS + "?url=" + publication.get("url").textValue())));
  }

  /** Makes the calls in turn and returns the median time of each in microseconds. */
  private static List<Double> medians(List<Call> calls) throws IOException {
    List<List<Double>> times = calls.stream().<List<Double>>map(c -> new ArrayList<>()).toList();
    for (int i = 0; i < 2 * CALLS; i++) {
      for (int call = 0; call < calls.size(); call++) {
        long start = System.nanoTime();
        calls.get(call).client().exchange(calls.get(call).request());
        if (i >= CALLS) {
          times.get(call).add((System.nanoTime() - start) / 1e3);
        }
      }
    }
    return times.stream().map(Samples::median).toList();
  }

  private static long usedHeap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
