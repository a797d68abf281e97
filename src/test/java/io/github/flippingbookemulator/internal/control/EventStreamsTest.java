package io.github.flippingbookemulator.internal.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.internal.journal.Journal;
import io.github.flippingbookemulator.internal.journal.Secrets;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.internal.time.Threads;
import io.github.flippingbookemulator.internal.trigger.Deliveries;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many streams may be open, and what they send while nothing happens. */
class EventStreamsTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Threads threads = new Threads();
  private final EventStreams streams = new EventStreams(threads, Duration.ofMillis(10), LONG);
  private Emulator emulator;

  @BeforeEach
  void start() {
    emulator = Emulator.start(EmulatorOptions.defaults());
    follow(streams);
  }

  private void follow(EventStreams followers) {
    followers.follow(
        new Feed(
            new Journal(new Secrets()),
            (Deliveries) emulator.deliveries(),
            (EmulatorClock) emulator.clock(),
            followers));
  }

  @AfterEach
  void stop() {
    emulator.close();
    threads.close();
  }

  @Test
  void a_quiet_stream_has_heartbeats_until_it_is_closed() {
    AtomicInteger beats = new AtomicInteger();
    EventStream stream = stream();
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
    EventStream stream = stream();
    assertThat(text(stream.next())).startsWith("retry: ");
    assertThat(stream.next()).isNull();

    emulator.clock().freeze();
    stream.beat();

    assertThat(text(stream.next())).contains("event: clock");
    assertThat(text(stream.next())).isEqualTo(":\n\n");
    assertThat(stream.next()).isNull();
  }

  @Test
  void no_more_streams_are_made_than_may_be_open() {
    List<EventStream> made = fill();
    assertThat(another(streams)).isEmpty();

    made.get(0).open(() -> {});
    assertThat(another(streams)).isEmpty();
    made.get(0).closed();
    assertThat(another(streams)).isPresent();
  }

  @Test
  void a_stream_whose_client_left_before_it_was_opened_takes_no_place_and_is_over() {
    EventStream left = fill().get(0);
    left.closed();
    left.open(() -> {});

    assertThat(left.isOver()).isTrue();
    assertThat(another(streams)).isPresent();
  }

  @Test
  void a_stream_that_is_not_opened_in_time_gives_its_place_back_and_is_over() {
    EventStreams hasty = new EventStreams(threads, LONG, Duration.ofMillis(500));
    follow(hasty);
    EventStream opened = another(hasty).orElseThrow();
    opened.open(() -> {});
    EventStream late = another(hasty).orElseThrow();
    for (int i = 2; i < EventStreams.MOST; i++) {
      another(hasty);
    }
    assertThat(another(hasty)).isEmpty();

    await().until(() -> another(hasty).isPresent());
    late.open(() -> {});

    assertThat(late.isOver()).isTrue();
    assertThat(opened.isOver()).isFalse();
  }

  private List<EventStream> fill() {
    return Stream.generate(this::stream).limit(EventStreams.MOST).toList();
  }

  private static Optional<EventStream> another(EventStreams streams) {
    return streams.stream(Optional.empty(), Optional.empty());
  }

  private EventStream stream() {
    return another(streams).orElseThrow();
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
