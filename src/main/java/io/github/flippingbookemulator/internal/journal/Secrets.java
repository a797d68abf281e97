package io.github.flippingbookemulator.internal.journal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks secrets in text: values that have the name of a secret, passwords in URLs, and the known
 * keys and tokens wherever they stand, also percent-encoded or with JSON escapes.
 *
 * <p>Masking takes time, so text is kept as it is and masked when somebody looks at it. Keys are
 * remembered after they are revoked; one takes about 200 bytes.
 */
public final class Secrets {
  static final String MASK = "***";

  /** Shorter secrets are masked by their names only: {@code a} would mask half of a text. */
  private static final int SHORT = 6;

  private static final String NAME = "(?:[\\w.-]*(?:token|api[_-]?key|password|secret)|key)s?";

  /** What stands before a secret, up to its first character or quote. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?i)(?<![\\w.-])(?:(?:bearer|basic)\\s+|" + NAME + "\\\\*['\"]?\\s*[=:]\\s*)");

  private static final Pattern SECRET_NAME = Pattern.compile("(?i)" + NAME);
  private static final Pattern USER_INFO =
      Pattern.compile("(?<=://)([^/\\s:@'\"]*:)?[^/\\s@'\"]+(?=@)");
  private static final Pattern COOKIE = Pattern.compile("=[^;]*");

  private final Map<String, List<String>> known = new ConcurrentHashMap<>();

  /** Begins without known secrets. */
  public Secrets() {}

  /**
   * Adds a secret to be masked from now on.
   *
   * @param secret a key or a token; a short one is not masked by its value
   */
  public void add(String secret) {
    if (secret.length() >= SHORT) {
      List<String> same =
          known.computeIfAbsent(secret.substring(0, SHORT), key -> new CopyOnWriteArrayList<>());
      if (!same.contains(secret)) {
        same.add(secret);
      }
    }
  }

  /**
   * Masks the secrets in a text.
   *
   * @param text any text
   * @return the text without secrets
   */
  public String mask(String text) {
    return mask(text, "");
  }

  /**
   * Masks the secrets in a text.
   *
   * @param text any text
   * @param own a further secret, such as the unknown key of a caller
   * @return the text without secrets
   */
  String mask(String text, String own) {
    return maskValues(maskNamed(text), own);
  }

  /**
   * Masks the known secrets in a text, whatever they are called there.
   *
   * @param text any text, such as JSON
   * @return the text without them
   */
  public String maskKnown(String text) {
    return maskValues(text, "");
  }

  /** Masks the secrets in the value of a header. */
  String maskHeader(String name, String value, String own) {
    if (name.equalsIgnoreCase("Authorization") || name.equalsIgnoreCase("Proxy-Authorization")) {
      int space = value.indexOf(' ');
      return space < 0 ? MASK : value.substring(0, space + 1) + MASK;
    }
    if (name.equalsIgnoreCase("Cookie")) {
      return COOKIE.matcher(value).replaceAll("=" + MASK);
    }
    return SECRET_NAME.matcher(name).matches() ? MASK : mask(value, own);
  }

  private static String maskNamed(String text) {
    EscapedText escaped = EscapedText.ofWords(text);
    String plain = escaped.plain();
    StringBuilder masked = new StringBuilder();
    int done = 0;
    Matcher before = BEFORE.matcher(plain);
    while (before.find(done)) {
      SecretValue value = SecretValue.at(plain, before.end());
      masked.append(escaped.original(done, value.begin())).append(value.mask());
      done = value.end();
    }
    masked.append(escaped.original(done, plain.length()));
    return USER_INFO.matcher(masked).replaceAll("$1" + Matcher.quoteReplacement(MASK));
  }

  private String maskValues(String text, String own) {
    EscapedText escaped = EscapedText.of(text);
    String plain = escaped.plain();
    StringBuilder masked = new StringBuilder();
    int done = 0;
    for (int i = 0; i + SHORT <= plain.length(); i++) {
      int length = secretAt(plain, i, own);
      if (length > 0) {
        masked.append(escaped.original(done, i)).append(MASK);
        done = i + length;
        i = done - 1;
      }
    }
    return masked.append(escaped.original(done, plain.length())).toString();
  }

  /** Returns the length of the secret that stands at an index; 0 if there is none. */
  private int secretAt(String plain, int index, String own) {
    int length = lengthIn(plain, index, own);
    for (String secret : known.getOrDefault(plain.substring(index, index + SHORT), List.of())) {
      length = Math.max(length, lengthIn(plain, index, secret));
    }
    return length;
  }

  /**
   * A secret also counts if the end of the text cuts it, since only beginnings of bodies are kept.
   */
  private static int lengthIn(String plain, int index, String secret) {
    int length = Math.min(secret.length(), plain.length() - index);
    return length >= SHORT && plain.startsWith(secret.substring(0, length), index) ? length : 0;
  }
}
