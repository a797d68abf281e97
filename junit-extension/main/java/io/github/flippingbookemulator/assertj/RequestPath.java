package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.internal.http.Endpoints;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path with parameters: in braces, as in documentation, or asterisks, as in the rules of faults.
 * The start of all paths of the API, the query and the dashes of ids can be left out.
 *
 * @param text such as {@code /fbonline/publication/{id}}
 */
record RequestPath(String text) {
  private static final Pattern PARAMETER = Pattern.compile("\\{[^/{}]+}|\\*");
  private static final String REST = "/**";

  boolean matches(String path) {
    String compared = text.contains("?") ? path : path.replaceFirst("\\?.*", "");
    return Pattern.matches(regex(), plain(compared));
  }

  private String regex() {
    boolean open = text.endsWith(REST);
    String wanted = plain(open ? text.substring(0, text.length() - REST.length()) : text);
    StringBuilder regex = new StringBuilder();
    Matcher parameter = PARAMETER.matcher(wanted);
    int end = 0;
    while (parameter.find()) {
      regex.append(Pattern.quote(wanted.substring(end, parameter.start()))).append("[^/?]+");
      end = parameter.end();
    }
    return regex.append(Pattern.quote(wanted.substring(end))) + (open ? "(/.*)?" : "");
  }

  private static String plain(String path) {
    String below =
        path.startsWith(Endpoints.API + "/") ? path.substring(Endpoints.API.length()) : path;
    return below.replace("-", "").replaceFirst("(?<=.)/$", "");
  }
}
