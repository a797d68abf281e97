package io.github.flippingbookemulator.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/**
 * How often a second 16 clients, each on its own connection, can read a publication; and the same
 * bytes from servers that have nothing to do but send them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(16)
public class ReadPublication {
  /**
   * So fast that a token of the rate limit is always there: 100,000 a second. Much faster, and the
   * limiter would forget the key between two calls.
   */
  private static final double SPEED = 100_000;

  private static final String PUBLICATIONS = "/api/v1/fbonline/publication";

  @Param Contestant contestant = Contestant.EMULATOR;
  private Server server;
  private byte[] request;

  static void measure(Effort effort, Table table) throws Exception {
    List<Contestant> rivals = List.of(Contestant.JAVALIN, Contestant.WIREMOCK);
    Samples ours = new Samples();
    List<Samples> theirs = List.of(new Samples(), new Samples());
    for (int round = 0; round < effort.rounds(); round++) {
      ours.add(perSecond(effort, Contestant.EMULATOR));
      for (int i = 0; i < rivals.size(); i++) {
        theirs.get(i).add(perSecond(effort, rivals.get(i)));
      }
    }
    List<Goal> goals = List.of(Goal.ratioAtLeast(0.7), Goal.ratioAtLeast(2));
    for (int i = 0; i < rivals.size(); i++) {
      table.add(
          "read a publication, 16 clients",
          "1/s",
          ours,
          rivals.get(i).toString(),
          theirs.get(i),
          goals.get(i));
    }
  }

  private static double perSecond(Effort effort, Contestant contestant) throws Exception {
    return Jmh.run(ReadPublication.class, "read", effort, Map.of("contestant", contestant.name()))
        .getPrimaryResult()
        .getScore();
  }

  @Setup
  public void start() throws Exception {
    Emulator emulator = Emulator.start(EmulatorOptions.defaults().speed(SPEED));
    String path;
    byte[] answer;
    try (KeepAlive client = new KeepAlive(emulator.uri().getPort())) {
      byte[] created =
          client.exchange(KeepAlive.post(PUBLICATIONS, "{\"name\":\"Spring catalog\"}"));
      path = PUBLICATIONS + "/" + new ObjectMapper().readTree(created).get("id").textValue();
      answer = client.exchange(KeepAlive.get(path));
    }
    request = KeepAlive.get(path);
    if (contestant == Contestant.EMULATOR) {
      server = Contestant.server(emulator);
    } else {
      emulator.close();
      server = contestant.start(path, answer);
    }
  }

  @TearDown
  public void stop() throws Exception {
    server.close();
  }

  /** A client on its own connection. */
  @State(Scope.Thread)
  public static class Client {
    private KeepAlive connection;

    @Setup
    public void connect(ReadPublication benchmark) throws IOException {
      connection = new KeepAlive(benchmark.server.port());
    }

    @TearDown
    public void leave() throws IOException {
      connection.close();
    }
  }

  @Benchmark
  public byte[] read(Client client) throws IOException {
    return client.connection.exchange(request);
  }
}
