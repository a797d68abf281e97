package io.github.flippingbookemulator.bench;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.snapshot.Snapshot;
import io.github.flippingbookemulator.source.Pace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** How long it takes to make a server clean that a test has used. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Reset {
  static void measure(Effort effort, Table table) throws Exception {
    Samples ours = new Samples();
    Samples theirs = new Samples();
    Samples restored = new Samples();
    for (int round = 0; round < effort.rounds(); round++) {
      ours.add(Jmh.median(Jmh.run(Reset.class, "emulator", effort, Map.of())));
      theirs.add(Jmh.median(Jmh.run(Reset.class, "wireMock", effort, Map.of())));
      restored.add(Jmh.median(Jmh.run(Reset.class, "restore", effort, Map.of())));
    }
    table.add("warm: reset after one upload", "ms", ours, "WireMock", theirs, Goal.atMost(1));
    table.add("warm: restore of one publication", "ms", restored, Goal.atMost(1));
  }

  /** An emulator in which a test has published a PDF, so that there is a file to remove. */
  @State(Scope.Benchmark)
  public static class UsedEmulator {
    final Emulator emulator = Emulator.start(EmulatorOptions.defaults().pace(Pace.IMMEDIATE));
    private final byte[] publish = OnePagePdf.publish();

    @Setup(Level.Invocation)
    public void use() throws IOException {
      try (KeepAlive client = new KeepAlive(emulator.uri().getPort())) {
        client.exchange(publish);
      }
    }

    @TearDown
    public void stop() {
      emulator.close();
    }
  }

  /** An emulator that each test finds with the PDF that it has published at first. */
  @State(Scope.Benchmark)
  public static class PreparedEmulator extends UsedEmulator {
    private Snapshot snapshot = emulator.snapshot();

    @Setup
    public void prepare() throws IOException {
      use();
      snapshot = Snapshot.fromJson(emulator.snapshot().toJson());
    }
  }

  /** A WireMock whose one stub a test has called. */
  @State(Scope.Benchmark)
  public static class UsedWireMock {
    private final WireMockServer server =
        ((WireMockStub) WireMockStub.start("/a", new byte[] {})).server();

    @Setup(Level.Invocation)
    public void use() throws IOException {
      WireMockStub.stub(server, "/b", "{}".getBytes(StandardCharsets.UTF_8));
      try (KeepAlive client = new KeepAlive(server.port())) {
        client.exchange(KeepAlive.get("/b"));
      }
    }

    @TearDown
    public void stop() {
      server.stop();
    }
  }

  @Benchmark
  public void emulator(UsedEmulator used) {
    used.emulator.reset();
  }

  @Benchmark
  public void restore(PreparedEmulator prepared) {
    prepared.emulator.restore(prepared.snapshot);
  }

  @Benchmark
  public void wireMock(UsedWireMock used) {
    used.server.resetAll();
  }
}
