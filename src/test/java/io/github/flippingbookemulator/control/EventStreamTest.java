package io.github.flippingbookemulator.control;

import static io.github.flippingbookemulator.testkit.TriggerClient.TRIGGERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.control.ControlCalls.Said;
import io.github.flippingbookemulator.control.EventReader.Event;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.PublicationClient;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.testkit.TriggerClient;
import io.github.flippingbookemulator.trigger.InboxControl;
import io.github.flippingbookemulator.trigger.InboxControl.Reaction;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What happens, followed over HTTP as server-sent events. */
class EventStreamTest {
  @AutoClose private final Emulator emulator = Emulator.start(TestEmulator.IMMEDIATE);
  private final Api api = new Api(emulator);
  private final PublicationClient publications = new PublicationClient(emulator);
  private final TriggerClient triggers = new TriggerClient(emulator);

  /** More than the emulator keeps. */
  private static final int MANY = 10_050;

  private static final int MOST_STREAMS = 100;

  @Test
  void a_call_and_what_it_causes_are_told_as_they_happen() throws IOException {
    try (EventReader stream = EventReader.open(emulator)) {
      assertThat(stream.contentType()).isEqualTo("text/event-stream");

      api.post(TRIGGERS, "{}").refused(500, "InternalError");
      Event call = stream.next("call");
      assertThat(call.data().at("/entry/path").textValue()).isEqualTo("/api/v1" + TRIGGERS);
      assertThat(call.data().at("/entry/status").intValue()).isEqualTo(500);

      publications.publish();
      assertThat(types(stream, 3)).contains("event publicationCreated", "event sourceReceived");
    }
  }

  @Test
  void the_data_of_calls_and_events_are_the_lines_of_the_journal() throws IOException {
    try (EventReader stream = EventReader.open(emulator)) {
      publications.publish();
      List<JsonNode> told = new ArrayList<>();
      for (Event event = stream.next(); ; event = stream.next()) {
        told.add(event.data());
        if (event.name().equals("call")) {
          break;
        }
      }

      JsonNode journal = ControlCalls.get(emulator, "/_emulator/journal").json().at("/lines");

      assertThat(journal).startsWith(told.toArray(JsonNode[]::new)).hasSizeGreaterThan(2);
    }
  }

  @Test
  void deliveries_are_told_when_they_are_new_and_whenever_they_get_further() throws IOException {
    InboxControl inbox = triggers.create("created");
    inbox.react(1, new Reaction.Status(500));
    try (EventReader stream = EventReader.open(emulator)) {
      publications.publish();
      emulator.clock().advance(Duration.ZERO);
      emulator.clock().advance(Duration.ofSeconds(1));

      List<String> told = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        JsonNode delivery = stream.next("delivery").data();
        assertThat(delivery.get("number").longValue()).isEqualTo(1);
        told.add(delivery.get("state").textValue() + " " + delivery.get("tries").size());
      }
      assertThat(told).containsExactly("pending 0", "pending 1", "delivered 2");
    }
  }

  @Test
  void changes_of_the_clock_are_told() throws IOException {
    try (EventReader stream = EventReader.open(emulator)) {
      emulator.clock().speed(50);
      assertThat(stream.next("clock").data().at("/clock/speed").doubleValue()).isEqualTo(50);

      emulator.clock().freeze();
      assertThat(stream.next("clock").data().at("/clock/speed").doubleValue()).isZero();

      emulator.clock().advance(Duration.ofDays(1));
      assertThat(stream.next("clock").data().at("/clock/now").textValue())
          .isEqualTo(emulator.clock().now().toString());
    }
  }

  @Test
  void a_client_that_comes_back_goes_on_after_the_last_event_it_has_seen() throws IOException {
    String last;
    try (EventReader stream = EventReader.open(emulator)) {
      emulator.clock().advance(Duration.ofDays(1));
      last = stream.next("clock").id();
    }
    emulator.clock().speed(7);

    try (EventReader again =
        EventReader.open(emulator, "?after=0", Map.of("Last-Event-ID", last))) {
      assertThat(again.next().data().at("/clock/speed").doubleValue()).isEqualTo(7);
    }
    try (EventReader all = EventReader.open(emulator, "?after=0", Map.of())) {
      assertThat(all.next().id()).isEqualTo(last).endsWith("-1");
    }
  }

  @Test
  void a_stream_goes_on_in_the_next_life() throws IOException {
    String other = "00000000000000000000000000000000-5";
    try (EventReader stream = EventReader.open(emulator)) {
      emulator.clock().advance(Duration.ofDays(1));
      emulator.reset();
      emulator.clock().speed(3);

      assertThat(stream.next().name()).isEqualTo("clock");
      Event reset = stream.next();
      assertThat(reset.name()).isEqualTo("reset");
      assertThat(reset.id()).isEqualTo(emulator.journal().page(0, 1).journal() + "-0");
      assertThat(stream.next().data().at("/clock/speed").doubleValue()).isEqualTo(3);
    }
    try (EventReader late = EventReader.open(emulator, "", Map.of("Last-Event-ID", other))) {
      assertThat(late.next().name()).isEqualTo("reset");
      assertThat(late.next().name()).isEqualTo("clock");
    }
  }

  @Test
  void who_comes_back_too_late_is_told_of_the_gap() throws IOException {
    changeTheClock(MANY);

    try (EventReader late = EventReader.open(emulator, "?after=20", Map.of())) {
      Event gap = late.next();
      assertThat(gap.name()).isEqualTo("gap");
      assertThat(gap.data().get("missed").intValue()).isEqualTo(30);
      assertThat(gap.data().get("message").textValue()).startsWith("30 events");
      assertThat(late.next().id()).endsWith("-51");
    }
  }

  @Test
  void a_client_that_is_too_slow_holds_nobody_up_and_is_dropped_with_a_last_event()
      throws IOException {
    try (Socket slow = stream(1024)) {
      InputStream in = slow.getInputStream();
      assertThat(in.read()).isPositive();

      changeTheClock(10 * MANY);
      api.get("/auth/me").ok();

      String told = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(told.substring(told.lastIndexOf("event: "))).startsWith("event: gap");
      assertThat(told.split("event: clock")).hasSizeLessThan(10 * MANY);
    }
  }

  @Test
  void an_account_hears_of_its_own() throws IOException {
    Api stranger = Api.ofNewAccount(emulator);
    long own = emulator.accounts().defaultAccount().id();
    try (EventReader stream = EventReader.open(emulator, "?account=" + own, Map.of())) {
      stranger.get("/auth/me").ok();
      api.get("/fbonline/publication").ok();
      emulator.clock().advance(Duration.ofDays(1));

      assertThat(stream.next().data().at("/entry/path").textValue()).endsWith("/publication");
      assertThat(stream.next().name()).isEqualTo("clock");
    }
  }

  @Test
  void streams_take_no_threads_and_those_of_clients_that_left_make_room() throws IOException {
    List<Socket> streams = new ArrayList<>();
    for (int i = 0; i < MOST_STREAMS; i++) {
      Socket stream = stream(8192);
      assertThat(stream.getInputStream().read()).isPositive();
      streams.add(stream);
    }

    api.get("/auth/me").ok();
    Said more = ControlCalls.get(emulator, "/_emulator/events");
    assertThat(more.status()).isEqualTo(429);
    assertThat(more.message()).startsWith("100 streams");

    for (Socket stream : streams) {
      stream.close();
    }
    await()
        .untilAsserted(
            () -> {
              emulator.clock().freeze();
              EventReader.open(emulator).close();
            });
  }

  @Test
  void streams_end_when_the_emulator_stops_and_leave_no_thread_at_work() throws IOException {
    try (EventReader stream = EventReader.open(emulator);
        Socket slow = stream(1024)) {
      assertThat(slow.getInputStream().read()).isPositive();
      changeTheClock(MANY);
      EventReader.open(emulator).close();
      emulator.close();

      assertThatCode(stream::rest).doesNotThrowAnyException(); // such as a read that times out
    }
    await().untilAsserted(() -> assertThat(serverThreads()).isEmpty());
  }

  @Test
  void an_id_that_cannot_be_is_refused() {
    Said said = ControlCalls.get(emulator, "/_emulator/events?after=yesterday");

    assertThat(said.status()).isEqualTo(400);
    assertThat(said.message()).contains("'yesterday'");
  }

  private static List<String> serverThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("flippingbook-http"))
        .toList();
  }

  private void changeTheClock(int times) {
    for (int i = 0; i < times; i++) {
      emulator.clock().freeze();
    }
  }

  /** Opens a stream on a connection that takes about so many bytes while nobody reads. */
  private Socket stream(int buffer) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(buffer);
    socket.setSoTimeout(10_000);
    socket.connect(new InetSocketAddress(emulator.uri().getHost(), emulator.uri().getPort()));
    socket
        .getOutputStream()
        .write(
            "GET /_emulator/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static List<String> types(EventReader stream, int count) throws IOException {
    List<String> types = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Event event = stream.next();
      types.add(event.name() + " " + event.data().at("/entry/event/type").asText());
    }
    return types;
  }
}
