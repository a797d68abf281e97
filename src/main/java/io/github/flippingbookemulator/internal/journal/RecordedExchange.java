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
 *
 * @param headers of the request
 * @param request the body of the request
 * @param response the body of the response
 * @param own the key or token of the caller, which may be unknown
 */
public record RecordedExchange(
    Map<String, String> headers, Part request, Part response, String own) {
  private static final int KEPT = 16 * 1024;
  private static final Pattern TEXT =
      Pattern.compile("(?i)(text/.*|application/(json|x-www-form-urlencoded|yaml).*|)");

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

    private String text(Secrets secrets, String own) {
      if (!TEXT.matcher(type).matches()) {
        return "(" + length + " bytes of " + type + ")";
      }
      String text = secrets.mask(new String(kept, StandardCharsets.UTF_8), own);
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

  Exchanged toExchanged(Secrets secrets) {
    Map<String, String> masked = new LinkedHashMap<>(headers);
    masked.replaceAll((name, value) -> secrets.maskHeader(name, value, own));
    return new Exchanged(
        masked, request.text(secrets, own), response.type(), response.text(secrets, own));
  }
}
