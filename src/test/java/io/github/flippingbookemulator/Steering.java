package io.github.flippingbookemulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls of the control plane, as any HTTP client makes them. */
final class Steering {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** An answer. */
  record Said(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String text() {
      return response.body();
    }

    JsonNode json() {
      return WithEmulator.json(text());
    }

    String message() {
      return json().path("message").asText();
    }
  }

  private Steering() {}

  static Said get(Emulator emulator, String path, String... headers) {
    return send("GET", emulator, path, "", headers);
  }

  static Said post(Emulator emulator, String path, String body, String... headers) {
    return send("POST", emulator, path, body, headers);
  }

  private static Said send(
      String method, Emulator emulator, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(emulator.uri() + path))
            .method(method, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new Said(CLIENT.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
