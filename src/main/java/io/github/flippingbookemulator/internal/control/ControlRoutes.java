package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.internal.http.Access;
import io.github.flippingbookemulator.internal.http.Answer;
import io.github.flippingbookemulator.internal.http.ControlError;
import io.github.flippingbookemulator.internal.http.ControlToken;
import io.github.flippingbookemulator.internal.http.Endpoints;
import io.github.flippingbookemulator.internal.time.SettleWaiter;
import io.github.flippingbookemulator.internal.time.Threads;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The control plane: all of {@link EmulatorControl} over HTTP, outside authentication, rate limit,
 * faults and journal. Each group has a class of its own; this class has the rest.
 */
public final class ControlRoutes {
  /** The start of every path of the control plane. */
  public static final String ROOT = Endpoints.CONTROL;

  private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(10);

  private final EmulatorControl emulator;
  private final Threads threads;
  private final EventStreams streams;
  private final ControlToken controlToken;

  record Login(String token) {}

  /**
   * All calls of the control plane.
   *
   * @param api what a client's base URL becomes
   * @param description where this document is
   * @param endpoints the calls
   */
  record Index(URI api, String description, List<Endpoints.Entry> endpoints) {}

  /** How long to wait; null for ten seconds. */
  public record Settle(@Nullable Duration limit) {}

  /**
   * Makes the routes.
   *
   * @param emulator the emulator that they control
   * @param threads wakes waiting calls
   * @param streams the open streams of events
   * @param controlToken checks the token at login
   */
  public ControlRoutes(
      EmulatorControl emulator, Threads threads, EventStreams streams, ControlToken controlToken) {
    this.emulator = emulator;
    this.threads = threads;
    this.streams = streams;
    this.controlToken = controlToken;
  }

  /**
   * Adds the calls to the table.
   *
   * @param endpoints the table
   */
  public void addTo(Endpoints<?> endpoints) {
    addPlain(
        endpoints,
        "/health",
        Access.NOTHING,
        "Tell that the emulator is ready for calls.",
        () -> new Answer.Plain(Map.of("status", "up")));
    addPlain(
        endpoints,
        "/openapi.yaml",
        Access.CONTROL,
        "Get the description of the emulated API.",
        () -> yaml("openapi.yaml"));
    addPlain(
        endpoints,
        "/control-openapi.yaml",
        Access.CONTROL,
        "Get the description of the control plane.",
        () -> yaml("control-openapi.yaml"));

    ControlEndpoints table = new ControlEndpoints(endpoints);
    table.ask(
        "GET",
        "",
        "List all calls of the control plane.",
        call ->
            new Index(
                URI.create(call.call().baseUrl() + Endpoints.API),
                ROOT + "/control-openapi.yaml",
                endpoints.control()));
    table.login("/login", "Show the token once, for a cookie.", this::logIn);
    table.add(ClockOperations.ALL, emulator);
    table.add(ConversionOperations.ALL, emulator);
    new FilesRoutes(emulator).addTo(table);
    new AccountsRoutes(emulator).addTo(table);
    table.add(RecordOperations.ALL, emulator);
    new ReadersRoutes(emulator).addTo(table);
    table.add(DeliveryOperations.ALL, emulator);
    new InboxesRoutes(emulator, threads).addTo(table);
    table.add(FaultOperations.ALL, emulator);
    new JournalRoutes(emulator, threads).addTo(table);
    new SnapshotRoutes(emulator).addTo(table);
    table.stream("/events", "Follow what happens, as server-sent events.", call -> stream(call));
    table.ask(
        "GET",
        "/pending",
        "Tell what the emulator has begun and not ended.",
        call -> Map.of("pending", emulator.pending()));
    table.await(
        "POST",
        "/settle",
        "Wait until the emulator has ended what it has begun.",
        call -> {
          Duration limit = ControlCall.atMostADay(call.body(Settle.class).limit(), DEFAULT_LIMIT);
          return new SettleWaiter(emulator.clock(), emulator::pending)
              .settled(limit, threads)
              .thenApply(settled -> ControlEndpoints.done());
        });
    table.act(
        "POST",
        "/reset",
        "Make everything as it was at the start.",
        call -> {
          call.body(ControlOperation.Nothing.class);
          emulator.reset();
        });
    table.add(FidelityOperations.ALL, emulator);
  }

  private Answer stream(ControlCall call) {
    Optional<EventStream> stream =
        streams.stream(
            call.queryNumber("account"),
            call.header("Last-Event-ID").or(() -> call.query("after")));
    return stream.isPresent()
        ? new Answer.Stream("text/event-stream", stream.get())
        : ControlError.answer(
            429, EventStreams.MOST + " streams of events are open already; close one of them.");
  }

  private static <A> void addPlain(
      Endpoints<A> endpoints, String path, Access access, String summary, Supplier<Answer> answer) {
    endpoints.add("GET", ROOT + path, access, summary, call -> answer.get());
  }

  private Answer logIn(ControlCall call) {
    if (!controlToken.isToken(call.body(Login.class).token())) {
      return controlToken.refusalOfWrong(
          call.call(), ControlError.answer(401, "This is not the token of --control-token."));
    }
    return new Answer.File(
        200,
        "application/json",
        ControlJson.write(ControlEndpoints.done()),
        Map.of("Set-Cookie", controlToken.cookie()));
  }

  private static Answer yaml(String name) {
    return new Answer.File("application/yaml", resource(name));
  }

  public static byte[] resource(String name) {
    try (InputStream in =
        ControlRoutes.class.getResourceAsStream("/io/github/flippingbookemulator/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
