package io.github.flippingbookemulator.internal.compare;

import io.github.flippingbookemulator.internal.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of what a side answered that which is different by its nature: ids, times, addresses.
 * What remains shows their form.
 */
final class Normalizer {
  private static final int LONGEST = 1_000;

  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d([.,]\\d+)?");

  private static final Pattern ID = Pattern.compile("(?<![0-9a-fA-F])[0-9a-f]{32}(?![0-9a-fA-F])");
  private static final Pattern DASHED =
      Pattern.compile("(?<![0-9a-fA-F])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-fA-F])");

  private static final Pattern NUMBER_ID = Pattern.compile("(?<![\\w.<])\\d{5,}(?![\\w.>])");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^/\"\\s?#]+");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  private final String root;

  Normalizer(URI root) {
    this.root = root.toString();
  }

  /** Writes what was seen as JSON, in the form in which both sides can be compared. */
  String normal(Object seen) {
    String text = new String(Json.write(seen), StandardCharsets.UTF_8);
    text = text.replace(root, "<address>");
    text = ADDRESS.matcher(text).replaceAll("<address>");
    text = TIME.matcher(text).replaceAll(time -> "<time" + digits(time.group(1)) + ">");
    text = DASHED.matcher(text).replaceAll("<dashed id>");
    text = ID.matcher(text).replaceAll("<id of 32 hex digits>");
    text = NUMBER_ID.matcher(text).replaceAll(id -> "<" + id.group().length() + " digits>");
    text = CONTROL.matcher(text).replaceAll(" ");
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  /** Writes all that was seen about a statement. */
  String normal(List<Object> seen) {
    return normal(seen.size() == 1 ? seen.get(0) : (Object) seen.toArray());
  }

  private static String digits(String fraction) {
    return fraction == null ? "" : " with " + (fraction.length() - 1) + " digits of a second";
  }
}
