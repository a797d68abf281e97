package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.http.Endpoints;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path with parameters in braces, as documentation writes it. What every path of the API begins
 * with can be left out, and so can the query.
 *
 * @param text such as {@code /fbonline/publication/{id}}
 */
record PathPattern(String text) {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^/{}]+}");

  boolean matches(String path) {
    String compared = text.contains("?") ? path : path.replaceFirst("\\?.*", "");
    return Pattern.matches(regex(), belowApi(compared));
  }

  private String regex() {
    StringBuilder regex = new StringBuilder();
    String wanted = belowApi(text);
    Matcher parameter = PARAMETER.matcher(wanted);
    int end = 0;
    while (parameter.find()) {
      regex.append(Pattern.quote(wanted.substring(end, parameter.start()))).append("[^/?]+");
      end = parameter.end();
    }
    return regex.append(Pattern.quote(wanted.substring(end))).toString();
  }

  private static String belowApi(String path) {
    String below =
        path.startsWith(Endpoints.API + "/") ? path.substring(Endpoints.API.length()) : path;
    return below.length() > 1 && below.endsWith("/")
        ? below.substring(0, below.length() - 1)
        : below;
  }
}
