package io.github.flippingbookemulator.internal.journal;

import io.github.flippingbookemulator.journal.JournalEntry.Exchanged;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Request and response of a call, kept as bytes, since most are never read. Only the beginning of
 * long bodies is kept.
 */
public record RecordedExchange(
    Map<String, String> headers, Part request, Part response, String secret) {
  private static final int KEPT = 16 * 1024;
  private static final Pattern TEXT =
      Pattern.compile("(?i)(text/.*|application/(json|x-www-form-urlencoded|yaml).*|)");
  private static final String MASK = "***";

  /** Shorter secrets are not masked: {@code a} would mask half of the text. */
  private static final int SHORT = 6;

  private static final Pattern KEY =
      Pattern.compile(
          "(?i)(['\"]?\\b(?:accessToken|apiKey|key)\\b['\"]?\\s*:\\s*)(['\"])[^'\"]*(\\2|$)");
  private static final Pattern KEYS = Pattern.compile("(\"keys\"\\s*:\\s*\\[)[^]]+");
  private static final Pattern FORM = Pattern.compile("(?i)\\b(accessToken=)[^&\\s]*");

  /** A body; its length is {@link #UNKNOWN} if the rest of it is made only when it is sent. */
  public record Part(String type, byte[] kept, long length) {
    private static final long UNKNOWN = -1;
    public static final Part NONE = new Part("", new byte[0], 0);

    public static Part of(String type, byte[] bytes) {
      return new Part(type, bytes.length > KEPT ? Arrays.copyOf(bytes, KEPT) : bytes, bytes.length);
    }

    /** Keeps the beginning of a body whose length is not known. */
    public static Part beginning(String type, byte[] bytes) {
      return new Part(type, Arrays.copyOf(bytes, Math.min(KEPT, bytes.length)), UNKNOWN);
    }

    private String text(String secret) {
      if (!TEXT.matcher(type).matches()) {
        return "(" + length + " bytes of " + type + ")";
      }
      String text = masked(new String(kept, StandardCharsets.UTF_8), secret);
      if (length == UNKNOWN) {
        return text + "... (more than " + kept.length + " bytes in all)";
      }
      return length > kept.length ? text + "... (" + length + " bytes in all)" : text;
    }
  }

  /** Returns roughly how much memory it takes, in bytes. */
  int size() {
    return 500 + request.kept().length + response.kept().length;
  }

  Exchanged toExchanged() {
    Map<String, String> masked = new LinkedHashMap<>(headers);
    masked.replaceAll(
        (name, value) -> name.equalsIgnoreCase("Authorization") ? scheme(value) : value);
    return new Exchanged(masked, request.text(secret), response.type(), response.text(secret));
  }

  private static String scheme(String authorization) {
    int space = authorization.indexOf(' ');
    return space < 0 ? MASK : authorization.substring(0, space + 1) + MASK;
  }

  /**
   * Masks values that have the name of a secret, and the caller's own secret wherever it occurs.
   */
  private static String masked(String text, String secret) {
    String known = secret.length() < SHORT ? text : text.replace(secret, MASK);
    String one = KEY.matcher(known).replaceAll("$1$2" + MASK + "$3");
    String all = KEYS.matcher(one).replaceAll("$1\"" + MASK + "\"");
    return FORM.matcher(all).replaceAll("$1" + MASK);
  }
}
