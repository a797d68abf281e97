package io.github.flippingbookemulator.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.snapshot.Snapshot;
import io.github.flippingbookemulator.source.Fetch;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;

/**
 * An emulator that gets inputs that a machine makes, and what has to hold whatever they are: an
 * answer within five seconds, no fault in it or in the log, no thread that dies, and good health
 * afterwards. Nothing leaves the machine: webhooks are held back, and sources are not downloaded.
 */
public final class FuzzedServer implements AutoCloseable {
  /** How long an answer may take. */
  public static final Duration LIMIT = Duration.ofSeconds(5);

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  // Held here, since the JDK holds loggers weakly.
  private static final Logger LOGGER = Logger.getLogger("io.github.flippingbookemulator");

  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final UnexpectedLogs.Records records = new UnexpectedLogs.Records(faults);
  private final Thread.UncaughtExceptionHandler before =
      Thread.getDefaultUncaughtExceptionHandler();
  private final Emulator emulator;
  private final Snapshot start;
  private final String publication;
  private final String link;
  private final String trigger;

  public FuzzedServer(UnaryOperator<EmulatorOptions> more) {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> faults.add(thread.getName() + " died of " + failure));
    emulator =
        Emulator.start(
            more.apply(
                TestEmulator.IMMEDIATE.seed(1).rateLimit(RateLimit.OFF).fetch(Fetch.REGISTERED)));
    LOGGER.addHandler(records);
    Api api = new Api(emulator);
    publication = api.publish(TestPdfs.pages(1));
    JsonNode made = new LinkClient(emulator).create(publication);
    link = LinkClient.id(made);
    trigger =
        api.post(
                TriggerClient.TRIGGERS,
                "{trigger: {events: ['session'], endpoint: 'http://127.0.0.1:9/'}}")
            .ok()
            .text("/id");
    start = emulator.snapshot();
    emulator.deliveries().hold();
  }

  public Emulator emulator() {
    return emulator;
  }

  /** Begins anew with one publication, one link and one trigger. */
  public void startAgain() {
    // Jazzer takes any connection for a fault, but the test itself connects.
    BugDetectors.allowNetworkConnections(
        (host, port) -> host.equals("localhost") || host.equals("127.0.0.1"));
    emulator.restore(start);
    emulator.deliveries().hold();
  }

  /** Replaces {@code {publication}} and its like with what the emulator has. */
  public String named(String text) {
    return text.replace("{publication}", publication)
        .replace("{link}", link)
        .replace("{trigger}", trigger)
        .replace("{key}", "emulator-key");
  }

  /** Sends a request; it has to be answered in time. */
  public HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.timeout(LIMIT).build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError("no answer: " + e, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Requires an answer without a fault, and an emulator that is as well as before. */
  public void requireWell(String answer) {
    assertThat(answer)
        .doesNotContainIgnoringCase("fault inside", "jetty", "javalin", "Exception", "java.");
    HttpResponse<byte[]> health =
        send(HttpRequest.newBuilder(emulator.uri().resolve("/_emulator/health")));
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(faults).isEmpty();
  }

  @Override
  public void close() {
    emulator.close();
    LOGGER.removeHandler(records);
    Thread.setDefaultUncaughtExceptionHandler(before);
  }
}
