package io.github.flippingbookemulator.soak;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.EmulatorProcess.Ready;
import io.github.flippingbookemulator.testkit.Json;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** The clients of a soak. Each method is one turn of one client; an answer that is wrong throws. */
final class Traffic {
  private static final String PUBLICATIONS = "/fbonline/publication";
  private static final String PDF = Api.base64(TestPdfs.pages(4));

  private final HttpClient http = HttpClient.newHttpClient();
  private final Ready emulator;
  private final URI root;
  private final URI receiver;
  private final AtomicLong calls = new AtomicLong();

  Traffic(Ready emulator, URI receiver) {
    this.emulator = emulator;
    this.receiver = receiver;
    root = emulator.api().resolve("/");
  }

  long calls() {
    return calls.get();
  }

  /** A user with publications, links, triggers and readers. */
  void user(Random random) throws IOException, InterruptedException {
    String endpoint = random.nextBoolean() ? receiver.toString() : root + "_emulator/inbox/soak";
    api(
        "POST",
        "/fbonline/triggers",
        "{trigger: {events: ['created', 'session', 'deleted'], endpoint: '" + endpoint + "'}}");
    JsonNode made = api("POST", PUBLICATIONS, "{name: 'n', data: '" + broken(random) + PDF + "'}");
    String path = PUBLICATIONS + "/" + made.path("id").asText();
    for (int i = 0; i < 5; i++) {
      JsonNode publication = api("GET", path, "").path("publication");
      if (!publication.isMissingNode()) {
        picture(publication.path("cover").asText());
      }
      api("GET", PUBLICATIONS + "?count=1000", "");
    }
    JsonNode link =
        api(
            "POST",
            "/fbonline/tracked_links",
            "{publicationUid: '" + made.path("id").asText() + "'}");
    picture(root + "link/" + link.at("/links/0/urlName").asText());
    api("POST", path, "{name: 'changed'}");
    if (random.nextInt(3) == 0) {
      api("DELETE", path, "");
    }
  }

  void reset() throws IOException, InterruptedException {
    require(send("POST", URI.create(root + "_emulator/reset"), ""), 200, 204);
  }

  /** A client that sends its body slowly, and gives up. */
  void slowClient() throws IOException, InterruptedException {
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      write(
          socket,
          "POST /api/v1/fbonline/publication HTTP/1.1\r\nHost: localhost\r\n"
              + "Authorization: Bearer %s\r\nContent-Length: 1000\r\n\r\n"
                  .formatted(emulator.key()));
      for (int i = 0; i < 10; i++) {
        write(socket, " ");
        Thread.sleep(200);
      }
    } catch (SocketException e) {
      // It may be cut off.
    }
  }

  /** A client that reads events for a second, and one that never reads its long answer. */
  void stream() throws IOException, InterruptedException {
    try (Socket events = new Socket(root.getHost(), root.getPort());
        Socket list = new Socket(root.getHost(), root.getPort())) {
      write(events, "GET /_emulator/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
      write(
          list,
          "GET /api/v1/fbonline/publication?count=1000 HTTP/1.1\r\nHost: localhost\r\n"
              + "Authorization: Bearer %s\r\n\r\n".formatted(emulator.key()));
      events.getInputStream().readNBytes(100);
      Thread.sleep(1000);
    } catch (SocketException e) {
      // A reset may end the stream.
    }
  }

  private void picture(String url) throws IOException, InterruptedException {
    require(send("GET", root.resolve(URI.create(url).getRawPath()), ""), 200, 404);
  }

  /** A reset may have taken away what a call is about. */
  private JsonNode api(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = send(method, URI.create(emulator.api() + path), body);
    require(answer, 200, 404);
    return Json.parse(answer.body());
  }

  private HttpResponse<String> send(String method, URI uri, String body)
      throws IOException, InterruptedException {
    calls.incrementAndGet();
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer " + emulator.key())
            .timeout(Duration.ofSeconds(20))
            .method(method, BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
  }

  private static void require(HttpResponse<String> answer, int one, int other) {
    if (answer.statusCode() != one && answer.statusCode() != other) {
      throw new AssertionError(answer + ": " + answer.body());
    }
  }

  /** One PDF in four is none. */
  private static String broken(Random random) {
    return random.nextInt(4) == 0 ? "AAAA" : "";
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
