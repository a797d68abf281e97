package io.github.flippingbookemulator.internal.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a form as a browser sends them: {@code application/x-www-form-urlencoded}, in
 * UTF-8.
 */
record Form(Map<String, List<String>> fields) {
  static final Form EMPTY = new Form(Map.of());

  /** Reads a form. Any other body gives fields that no endpoint reads. */
  static Form parse(byte[] body) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      fields.computeIfAbsent(decode(name), any -> new ArrayList<>()).add(decode(value));
    }
    return new Form(fields);
  }

  List<String> values(String name) {
    return fields.getOrDefault(name, List.of());
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return encoded; // text with a percent sign that encodes nothing stays as it is
    }
  }
}
