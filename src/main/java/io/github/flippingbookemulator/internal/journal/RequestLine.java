package io.github.flippingbookemulator.internal.journal;

import io.github.flippingbookemulator.internal.json.Timestamp;
import io.github.flippingbookemulator.journal.JournalEntry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The log message of a request. It is sent to the logger {@value #LOGGER} at level INFO, as the
 * only parameter.
 *
 * @param call the call
 * @param took how long it took, in real time
 * @param secrets masks what the call said
 * @param own the key or token of the caller, which may be unknown
 */
public record RequestLine(JournalEntry.Request call, Duration took, Secrets secrets, String own) {
  /** The name of the logger. */
  public static final String LOGGER = "io.github.flippingbookemulator.requests";

  public void log() {
    System.getLogger(LOGGER).log(System.Logger.Level.INFO, "{0}", this);
  }

  /**
   * Returns the values of the message.
   *
   * @return names and values, in order; {@code clock} and {@code waitedMillis} are on the
   *     emulator's clock, {@code tookMillis} is in real time
   */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("method", call.method());
    fields.put("path", secrets.mask(call.path(), own));
    fields.put("status", call.status());
    fields.put("tookMillis", took.toNanos() / 1000 / 1000.0);
    fields.put("clock", Timestamp.of(call.at()));
    if (call.accountId() != 0) {
      fields.put("account", call.accountId());
    }
    if (!call.waited().isZero()) {
      fields.put("waitedMillis", call.waited().toMillis());
    }
    if (call.fault() != null) {
      fields.put("fault", call.fault());
    }
    if (call.code() != null) {
      fields.put("code", call.code());
    }
    if (call.message() != null) {
      fields.put("message", secrets.mask(call.message(), own));
    }
    return fields;
  }

  /** Returns one line, such as {@code GET /api/v1/auth/me 200 1.2 ms account=1}. */
  @Override
  public String toString() {
    Map<String, Object> rest = fields();
    String first =
        "%s %s %s %s ms"
            .formatted(
                rest.remove("method"),
                rest.remove("path"),
                call.status() == JournalEntry.Request.NO_ANSWER ? "no-answer" : call.status(),
                rest.remove("tookMillis"));
    rest.remove("status");
    rest.remove("clock");
    return LogText.oneLine(
        rest.entrySet().stream()
            .map(each -> " " + each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("", first, "")));
  }
}
