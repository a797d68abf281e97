package io.github.flippingbookemulator.internal.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.internal.journal.Journal;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.internal.time.Threads;
import io.github.flippingbookemulator.internal.trigger.Deliveries;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams without events send heartbeats. */
class HeartbeatTest {
  private final Threads threads = new Threads();
  private final EventStreams streams = new EventStreams(threads, Duration.ofMillis(10));
  private Emulator emulator;

  @BeforeEach
  void start() {
    emulator = Emulator.start(EmulatorOptions.defaults());
    streams.follow(
        new Feed(
            new Journal(),
            (Deliveries) emulator.deliveries(),
            (EmulatorClock) emulator.clock(),
            streams));
  }

  @AfterEach
  void stop() {
    emulator.close();
    threads.close();
  }

  @Test
  void a_quiet_stream_has_heartbeats_until_it_is_closed() {
    AtomicInteger beats = new AtomicInteger();
    EventStream stream = streams.stream(Optional.empty(), Optional.empty());
    assertThat(text(stream.next())).startsWith("retry: ");
    stream.open(
        () -> {
          if (":\n\n".equals(text(stream.next()))) {
            beats.incrementAndGet();
          }
        });

    await().until(() -> beats.get() >= 3);

    stream.closed();
    await().during(Duration.ofMillis(100)).until(sameFor(beats));
  }

  @Test
  void what_has_happened_comes_before_a_heartbeat() {
    EventStream stream = streams.stream(Optional.empty(), Optional.empty());
    assertThat(text(stream.next())).startsWith("retry: ");
    assertThat(stream.next()).isNull();

    emulator.clock().freeze();
    stream.beat();

    assertThat(text(stream.next())).contains("event: clock");
    assertThat(text(stream.next())).isEqualTo(":\n\n");
    assertThat(stream.next()).isNull();
  }

  private static Callable<Boolean> sameFor(AtomicInteger beats) {
    await().pollDelay(Duration.ofMillis(30)).until(() -> true); // one heartbeat may be in progress
    int now = beats.get();
    return () -> beats.get() == now;
  }

  private static String text(byte[] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }
}
