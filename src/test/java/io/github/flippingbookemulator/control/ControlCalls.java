package io.github.flippingbookemulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.testkit.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Calls of the control plane, with any header that a client could send, Host included. */
public final class ControlCalls {
  private static final int PATIENCE_MILLIS = 10_000;

  /** An answer. */
  public record Said(int status, List<String> head, String text) {
    JsonNode json() {
      return Json.parse(text);
    }

    public String message() {
      return json().path("message").asText();
    }

    /** The value of a header; empty if there is none. */
    String header(String name) {
      return head.stream()
          .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
          .map(line -> line.substring(name.length() + 2))
          .findFirst()
          .orElse("");
    }
  }

  private ControlCalls() {}

  public static Said get(Emulator emulator, String path, String... headers) {
    return send(emulator, "GET", path, "", headers);
  }

  public static Said post(Emulator emulator, String path, String body, String... headers) {
    return send(emulator, "POST", path, body, headers);
  }

  /** Sends a request; {@code headers} are lines, and can replace the Host. */
  static Said send(Emulator emulator, String method, String path, String body, String... headers) {
    StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    List<String> lines = List.of(headers);
    if (lines.stream().noneMatch(line -> line.startsWith("Host:"))) {
      request.append("Host: localhost\r\n");
    }
    lines.forEach(line -> request.append(line).append("\r\n"));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    request.append("Connection: close\r\nContent-Length: " + bytes.length + "\r\n\r\n");
    try (Socket socket = new Socket(emulator.uri().getHost(), emulator.uri().getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().write(bytes);
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String[] parts = answer.split("\r\n\r\n", 2);
      List<String> head = List.of(parts[0].split("\r\n"));
      return new Said(Integer.parseInt(head.get(0).split(" ")[1]), head, parts[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
