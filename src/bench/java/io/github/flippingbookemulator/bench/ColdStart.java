package io.github.flippingbookemulator.bench;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How long a fresh JVM takes until a server in it has answered the first, authenticated call. */
final class ColdStart {
  private static final String PATH = "/api/v1/fbonline/publication";
  private static final byte[] ANSWER =
      "{\"success\":true,\"total\":0,\"publications\":[]}".getBytes(StandardCharsets.UTF_8);
  private static final List<String> SPANS =
      List.of("main to ready", "main to first 200", "JVM start to first 200");

  private ColdStart() {}

  static void measure(Effort effort, Table table) throws Exception {
    Map<Contestant, List<Samples>> times = new EnumMap<>(Contestant.class);
    for (int i = 0; i < effort.coldStarts(); i++) {
      for (Contestant contestant : Contestant.values()) {
        List<Samples> samples =
            times.computeIfAbsent(
                contestant, c -> List.of(new Samples(), new Samples(), new Samples()));
        double[] spans = Child.run(ColdStart.class, classPath(contestant), contestant.name());
        for (int span = 0; span < spans.length; span++) {
          samples.get(span).add(spans[span]);
        }
      }
    }
    for (int span = 0; span < SPANS.size(); span++) {
      Samples ours = times.get(Contestant.EMULATOR).get(span);
      for (Contestant rival : List.of(Contestant.WIREMOCK, Contestant.JAVALIN, Contestant.JETTY)) {
        boolean named = span == 1 && rival == Contestant.WIREMOCK;
        table.add(
            "cold: " + SPANS.get(span),
            "ms",
            ours,
            rival.toString(),
            times.get(rival).get(span),
            named ? Goal.ratioAtMost(0.5) : Goal.NONE);
      }
    }
  }

  /** The fresh JVM: prints the three spans in milliseconds. */
  public static void main(String[] args) throws Exception {
    long main = System.nanoTime();
    Server server = Contestant.valueOf(args[0]).start(PATH, ANSWER);
    long ready = System.nanoTime();
    try (KeepAlive client = new KeepAlive(server.port())) {
      client.exchange(KeepAlive.get(PATH));
    }
    long answered = System.nanoTime();
    long now = System.currentTimeMillis();
    // Only now, because the management classes would count.
    long jvm = ManagementFactory.getRuntimeMXBean().getStartTime();
    System.out.println((ready - main) / 1e6 + " " + (answered - main) / 1e6 + " " + (now - jvm));
    System.exit(0);
  }

  private static String classPath(Contestant contestant) {
    return contestant == Contestant.WIREMOCK
        ? Child.classPath(WireMockServer.class, ColdStart.class)
        : Child.emulatorClassPath();
  }
}
