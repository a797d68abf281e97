package io.github.flippingbookemulator.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * How long it takes to start a server, call it once and stop it, in a JVM that has done it before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class WarmStart {
  private static final String PATH = "/api/v1/fbonline/publication";
  private static final byte[] ANSWER =
      "{\"success\":true,\"total\":0,\"publications\":[]}".getBytes(StandardCharsets.UTF_8);

  @Param Contestant contestant = Contestant.EMULATOR;

  static void measure(Effort effort, Table table) throws Exception {
    List<Contestant> rivals = List.of(Contestant.WIREMOCK, Contestant.JAVALIN);
    Samples ours = new Samples();
    List<Samples> theirs = List.of(new Samples(), new Samples());
    for (int round = 0; round < effort.rounds(); round++) {
      ours.add(median(effort, Contestant.EMULATOR));
      for (int i = 0; i < rivals.size(); i++) {
        theirs.get(i).add(median(effort, rivals.get(i)));
      }
    }
    for (int i = 0; i < rivals.size(); i++) {
      table.add(
          "warm: start, one call, stop",
          "ms",
          ours,
          rivals.get(i).toString(),
          theirs.get(i),
          Goal.NONE);
    }
  }

  private static double median(Effort effort, Contestant contestant) throws Exception {
    return Jmh.median(
        Jmh.run(WarmStart.class, "startCallStop", effort, Map.of("contestant", contestant.name())));
  }

  @Benchmark
  public byte[] startCallStop() throws Exception {
    try (Server server = contestant.start(PATH, ANSWER);
        KeepAlive client = new KeepAlive(server.port())) {
      return client.exchange(KeepAlive.get(PATH));
    }
  }
}
