package io.github.flippingbookemulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.testkit.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A client of server-sent events, which reads one after the other and waits ten seconds at most.
 */
final class EventReader implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;

  private final HttpURLConnection connection;
  private final BufferedReader lines;

  /** An event as it came. */
  record Event(String id, String name, JsonNode data) {}

  private EventReader(HttpURLConnection connection) throws IOException {
    this.connection = connection;
    lines =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
  }

  static EventReader open(Emulator emulator) throws IOException {
    return open(emulator, "", Map.of());
  }

  /** Opens a stream, which is there when this returns: what happens next is told. */
  static EventReader open(Emulator emulator, String query, Map<String, String> headers)
      throws IOException {
    URI uri = URI.create(emulator.uri() + "/_emulator/events" + query);
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setReadTimeout(PATIENCE_MILLIS);
    headers.forEach(connection::setRequestProperty);
    return new EventReader(connection);
  }

  /** Reads the next event; null if the stream has ended. */
  @Nullable Event next() throws IOException {
    String id = "";
    String name = "";
    String data = "";
    for (String line = line(); line != null; line = line()) {
      if (line.isEmpty() && !name.isEmpty()) {
        return new Event(id, name, Json.parse(data));
      } else if (line.startsWith("id: ")) {
        id = line.substring(4);
      } else if (line.startsWith("event: ")) {
        name = line.substring(7);
      } else if (line.startsWith("data: ")) {
        data = line.substring(6);
      }
    }
    return null;
  }

  private @Nullable String line() throws IOException {
    try {
      return lines.readLine();
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      return null; // A server that stops breaks its streams off.
    }
  }

  /** Reads until there is such an event. */
  Event next(Predicate<Event> wanted) throws IOException {
    for (Event event = next(); event != null; event = next()) {
      if (wanted.test(event)) {
        return event;
      }
    }
    throw new AssertionError("the stream ended");
  }

  Event next(String name) throws IOException {
    return next(event -> event.name().equals(name));
  }

  /** Reads until the stream ends. */
  List<Event> rest() throws IOException {
    List<Event> rest = new ArrayList<>();
    for (Event event = next(); event != null; event = next()) {
      rest.add(event);
    }
    return rest;
  }

  String contentType() {
    return connection.getContentType();
  }

  @Override
  public void close() {
    connection.disconnect();
  }
}
