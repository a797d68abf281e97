package io.github.flippingbookemulator.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * An example of application code: it publishes catalogs at FlippingBook Online, shares them, and
 * subscribes to leads. It does not depend on the emulator.
 */
final class CatalogPublisher {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PUBLICATIONS = "/fbonline/publication";
  private static final int TRIES = 3;
  private static final long PAUSE_MILLIS = 20;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI api;
  private final String key;

  CatalogPublisher(URI api, String key) {
    this.api = api;
    this.key = key;
  }

  /** Publishes a PDF only once, waits for its conversion, and returns the id of the publication. */
  String publish(String name, byte[] pdf) throws IOException, InterruptedException {
    return publish(name, Map.of("name", name, "filename", name + ".pdf", "data", pdf));
  }

  /** Publishes a PDF that the service downloads. */
  String publish(String name, URI pdf) throws IOException, InterruptedException {
    return publish(name, Map.of("name", name, "url", pdf));
  }

  /** Protects a publication and returns its password. */
  String protect(String id) throws IOException, InterruptedException {
    Map<String, Object> protection =
        Map.of("setPasswordProtection", "numeric", "generatePasswordLength", 6);
    return call("POST", PUBLICATIONS + "/" + id + "/customize", protection)
        .at("/publication/customizationOptions/password")
        .textValue();
  }

  /** Creates a tracked link for one customer and returns the last part of its URL. */
  String share(String id, String customer) throws IOException, InterruptedException {
    Map<String, Object> link = Map.of("publicationUid", id, "title", customer);
    return call("POST", "/fbonline/tracked_links", link).at("/links/0/urlName").textValue();
  }

  /** Makes the service call a webhook when a reader submits a lead form. */
  void tellLeads(URI webhook) throws IOException, InterruptedException {
    Map<String, Object> trigger = Map.of("events", List.of("lead"), "endpoint", webhook);
    call("POST", "/fbonline/triggers", Map.of("trigger", trigger));
  }

  /** Deletes a publication. */
  void delete(String id) throws IOException, InterruptedException {
    call("DELETE", PUBLICATIONS + "/" + id, Map.of());
  }

  private String publish(String name, Map<String, Object> publication)
      throws IOException, InterruptedException {
    String id;
    try {
      id = call("POST", PUBLICATIONS, publication).at("/id").textValue();
    } catch (IOException lost) { // possibly only the response was lost
      String query = "?query=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
      JsonNode found = call("GET", PUBLICATIONS + query, Map.of()).at("/publications/0/id");
      id =
          found.isMissingNode()
              ? call("POST", PUBLICATIONS, publication).at("/id").textValue()
              : found.textValue();
    }
    awaitPages(id);
    return id;
  }

  private void awaitPages(String id) throws IOException, InterruptedException {
    String path = PUBLICATIONS + "/" + id + "/source";
    String state = "";
    while (!state.equals("CompletedAllStages")) {
      Thread.sleep(PAUSE_MILLIS);
      state = call("GET", path, Map.of()).at("/sources/0/state").textValue();
      if (state.equals("CompletedWithErrors")) {
        throw new IllegalArgumentException("FlippingBook cannot convert the PDF of " + id);
      }
    }
  }

  private JsonNode call(String method, String path, Map<String, Object> body)
      throws IOException, InterruptedException {
    BodyPublisher bytes =
        method.equals("GET")
            ? BodyPublishers.noBody()
            : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api + path))
            .header("Authorization", "Bearer " + key)
            .method(method, bytes)
            .build();
    for (int tried = 1; ; tried++) {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      int status = response.statusCode();
      if (status == 200) {
        return JSON.readTree(response.body());
      }
      if (status != 429 && status != 503 || tried == TRIES) {
        throw new IllegalStateException(method + " " + path + " answered " + status);
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
