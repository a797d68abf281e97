package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.internal.error.Suggestion;
import io.github.flippingbookemulator.internal.http.Endpoints.Entry;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the error message for a call of the control plane that matches no endpoint. */
final class NearestEndpoint {
  private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");

  private NearestEndpoint() {}

  static String notFound(String method, String path, List<Entry> known) {
    List<String> methods =
        known.stream().filter(each -> fits(each.path(), path)).map(Entry::method).toList();
    if (!methods.isEmpty()) {
      return "%s has %s, not %s.".formatted(path, String.join(", ", methods), method);
    }
    String wrong = method + " " + path;
    List<String> names = known.stream().map(each -> each.method() + " " + each.path()).toList();
    return "There is no %s%s GET %s lists all there is."
        .formatted(wrong, end(Suggestion.ending(wrong, names)), Endpoints.CONTROL);
  }

  private static String end(String suggestion) {
    return suggestion.isEmpty() ? "." : suggestion;
  }

  private static boolean fits(String template, String path) {
    String[] parts = PARAMETER.split(template, -1);
    String pattern = Stream.of(parts).map(Pattern::quote).collect(Collectors.joining("[^/]+"));
    return path.replaceFirst("/$", "").matches(pattern);
  }
}
