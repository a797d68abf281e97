package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.control.EmulatorControl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands for an application under test: it has a URL and a key, and does not depend on the
 * emulator.
 */
record Calls(URI api, String key) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{32})\"");
  private static final Pattern TOTAL = Pattern.compile("\"total\":(\\d+)");
  private static final String PDF =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
          + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
          + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
          + "trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n";

  Calls(EmulatorControl emulator) {
    this(emulator.apiUrl(), emulator.apiKey());
  }

  /** Creates a publication without content and returns its id. */
  String create() {
    return id(post("/fbonline/publication", "{name: 'x'}"));
  }

  /** Creates a publication of one page and returns its id. */
  String publish() {
    String data = Base64.getEncoder().encodeToString(PDF.getBytes(StandardCharsets.US_ASCII));
    return id(post("/fbonline/publication", "{data: '" + data + "'}"));
  }

  /** Registers a webhook for deleted publications. */
  void listen(URI webhook) {
    post("/fbonline/triggers", "{trigger: {events: ['deleted'], endpoint: '" + webhook + "'}}");
  }

  int delete(String publication) {
    return send("DELETE", "/fbonline/publication/" + publication, "").statusCode();
  }

  int publications() {
    Matcher total = TOTAL.matcher(send("GET", "/fbonline/publication", "").body());
    return total.find() ? Integer.parseInt(total.group(1)) : -1;
  }

  int get(String path) {
    return send("GET", path, "").statusCode();
  }

  String read(String path) {
    return send("GET", path, "").body();
  }

  private String post(String path, String body) {
    return send("POST", path, body).body();
  }

  private HttpResponse<String> send(String method, String path, String body) {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(URI.create(api + path))
              .header("Authorization", "Bearer " + key)
              .method(method, BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted during a call", e);
    }
  }

  private static String id(String answer) {
    Matcher id = ID.matcher(answer);
    if (!id.find()) {
      throw new IllegalStateException(answer);
    }
    return id.group(1);
  }
}
