package io.github.flippingbookemulator.cli;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.publication.Publication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * Starts an emulator, makes the calls that clients usually make first, and ends. The build of the
 * container image runs it once, so that the JVM can write down what a start needs (an AOT cache).
 */
final class AotTraining {
  /** One page with a line of text, since fonts are the slow part of a first picture. */
  private static final String PDF =
      """
      %PDF-1.4
      1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
      2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
      3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Contents 4 0 R
        /Resources <</Font <</F 5 0 R>>>>>> endobj
      4 0 obj <</Length 38>> stream
      BT /F 24 Tf 60 500 Td (Training) Tj ET
      endstream endobj
      5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj
      trailer <</Root 1 0 R>>
      startxref
      0
      %%EOF
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Emulator emulator;

  private AotTraining(Emulator emulator) {
    this.emulator = emulator;
  }

  /**
   * Starts an emulator, uses it and ends.
   *
   * @param arguments as those of the emulator
   */
  public static void main(String[] arguments) throws Exception {
    System.setProperty("java.awt.headless", "true");
    ProcessLog.takeOver();
    EmulatorOptions options = CommandLine.parse(arguments).options(Environment.of(System.getenv()));
    try (Emulator emulator = Emulator.start(options)) {
      new AotTraining(emulator).run();
    }
    // HTTPS makes keys, which takes its time in each start that asks for it: trained as well.
    try (Emulator emulator = Emulator.start(options.httpsPort(0))) {
      HttpClient trusting = HttpClient.newBuilder().sslContext(emulator.sslContext()).build();
      expectSuccess(trusting, get(URI.create(emulator.httpsApiUrl() + "/auth/me"), emulator));
    }
    System.out.println("Trained.");
  }

  private void run() throws Exception {
    fetch(URI.create(emulator.uri() + "/_emulator/health"));
    fetch(api("/auth/me"));
    post(
        "/fbonline/triggers",
        "{trigger: {events: ['created', 'session'], endpoint: '%s'}}"
            .formatted(emulator.inbox("training").url()));
    String data = Base64.getEncoder().encodeToString(PDF.getBytes(StandardCharsets.US_ASCII));
    post(
        "/fbonline/publication",
        "{\"name\": \"Training\", \"filename\": \"training.pdf\", \"data\": \"" + data + "\"}");
    emulator.clock().advance(Duration.ofMinutes(1));
    emulator.settle(Duration.ofSeconds(60));
    Publication publication = emulator.publications().all().get(0);
    fetch(api("/fbonline/publication"));
    fetch(api("/fbonline/publication/" + publication.id() + "/source"));
    fetch(URI.create(emulator.uri() + "/content/" + publication.hashId() + "/cover600.jpg"));
    fetch(URI.create(emulator.uri() + "/view/" + publication.hashId() + "/"));
    emulator.inbox("training").await(2, Duration.ofSeconds(60));
  }

  private void fetch(URI url) throws IOException, InterruptedException {
    expectSuccess(client, get(url, emulator));
  }

  private void post(String path, String body) throws IOException, InterruptedException {
    expectSuccess(client, call(api(path), emulator).POST(BodyPublishers.ofString(body)).build());
  }

  private URI api(String path) {
    return URI.create(emulator.apiUrl() + path);
  }

  private static HttpRequest get(URI url, Emulator emulator) {
    return call(url, emulator).build();
  }

  private static HttpRequest.Builder call(URI url, Emulator emulator) {
    return HttpRequest.newBuilder(url).header("Authorization", "Bearer " + emulator.apiKey());
  }

  private static void expectSuccess(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(request.uri() + " answered " + response.body());
    }
  }
}
