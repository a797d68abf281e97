package io.github.flippingbookemulator.fault;

import java.util.List;
import java.util.stream.Stream;

/** A path pattern, with {@code *} and {@code **} as wildcards. */
final class PathPattern {
  private static final String ONE = "*";
  private static final String REST = "**";
  private static final String ID = "[0-9a-f]{32}";
  private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final List<String> segments;
  private final boolean open;

  private PathPattern(List<String> segments, boolean open) {
    this.segments = segments;
    this.open = open;
  }

  static PathPattern of(String path) {
    if (!path.startsWith("/")) {
      throw bad("A path begins with a slash, as in '/fbonline/publication', unlike '%s'.", path);
    }
    if (path.matches("/api/v1(/.*)?")) {
      throw bad("Leave '/api/v1' out, as in '/fbonline/publication', unlike '%s'.", path);
    }
    if (path.matches(".*[?#].*")) {
      throw bad("A path ends before the '?' of a query, unlike '%s'.", path);
    }
    List<String> segments = split(path);
    boolean open = segments.get(segments.size() - 1).equals(REST);
    List<String> fixed = open ? segments.subList(0, segments.size() - 1) : segments;
    if (fixed.contains(REST)) {
      throw bad(
          "'**' stands for the rest of a path, so it comes last; for one segment write '*'"
              + " instead, unlike '%s'.",
          path);
    }
    if (fixed.stream().anyMatch(each -> each.contains(ONE) && !each.equals(ONE))) {
      throw bad(
          "A '*' stands for a whole segment, as in '/fbonline/publication/*', unlike '%s'.", path);
    }
    return new PathPattern(fixed, open);
  }

  /** Returns whether a path matches; a name in braces in the path can be any id. */
  boolean matches(String path) {
    List<String> given = split(path);
    if (open ? given.size() < segments.size() : given.size() != segments.size()) {
      return false;
    }
    for (int i = 0; i < segments.size(); i++) {
      if (!matches(segments.get(i), given.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(String wanted, String given) {
    return wanted.equals(ONE)
        || wanted.equals(given)
        || given.startsWith("{") && wanted.matches(ID);
  }

  /** Ignores one slash at the end and the dashes of ids, as the service does. */
  private static List<String> split(String path) {
    String inside =
        path.substring(
            1, path.length() > 1 && path.endsWith("/") ? path.length() - 1 : path.length());
    return Stream.of(inside.split("/", -1))
        .map(each -> each.matches(UUID) ? each.replace("-", "") : each)
        .toList();
  }

  private static IllegalArgumentException bad(String sentence, String path) {
    return new IllegalArgumentException(sentence.formatted(path));
  }
}
