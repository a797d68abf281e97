package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.internal.time.Threads;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the token of the control plane. Clients send it in a header; browsers, which cannot do
 * that with each request, send a cookie. Secrets are compared in constant time.
 */
public final class ControlToken {
  private static final String COOKIE = "emulator-session";
  private static final Pattern BEARER = Pattern.compile("(?i)\\s*bearer\\s+(\\S+)\\s*");

  private final @Nullable String token;
  private final Threads threads;
  private final WrongTokens wrongTokens = new WrongTokens();

  /**
   * Makes the check.
   *
   * @param token the required token; null if none is required
   * @param threads hold back the refusals of wrong tokens
   */
  public ControlToken(@Nullable String token, Threads threads) {
    this.token = token;
    this.threads = threads;
  }

  /**
   * Makes cookies of other processes invalid. Made on first use, since most emulators have no
   * token.
   */
  private static final class Secret {
    static final byte[] BYTES = new byte[32];

    static {
      new SecureRandom().nextBytes(BYTES);
    }
  }

  /** Tells whether a call has the token or the cookie, or none is required. */
  boolean opensFor(Call<?> call) {
    if (token == null) {
      return true;
    }
    Optional<String> bearer = bearer(call);
    return bearer.isPresent()
        ? isToken(bearer.get())
        : call.cookie(COOKIE).filter(shown -> same(shown, session(token))).isPresent();
  }

  private static Optional<String> bearer(Call<?> call) {
    return call.header("Authorization")
        .map(BEARER::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1));
  }

  /** Refuses a call that has not the token; later, if it has a wrong one. */
  Answer refusal(Call<?> call, Answer.File refusal) {
    return bearer(call).isPresent() ? refusalOfWrong(call, refusal) : refusal;
  }

  /**
   * Refuses a call that has a wrong token. The more wrong ones have come from its address, the
   * later.
   *
   * @param call the call
   * @param refusal its response
   * @return the response, at once or later; waiting blocks no thread
   */
  public Answer refusalOfWrong(Call<?> call, Answer refusal) {
    Duration delay = wrongTokens.delay(call.clientAddress());
    return delay.isZero()
        ? refusal
        : new Answer.Later(threads.pause(delay).thenApply(over -> refusal));
  }

  /**
   * Compares with the token.
   *
   * @param given the text to compare
   * @return true if it is the token, or none is required
   */
  public boolean isToken(String given) {
    return token == null || same(given, token);
  }

  /**
   * Makes the cookie for a browser that has sent the token. Scripts cannot read it, and pages of
   * other sites do not send it. It is valid until the browser or the emulator's process ends.
   *
   * @return the value of a {@code Set-Cookie} header
   */
  public String cookie() {
    return COOKIE
        + "="
        + (token == null ? "" : session(token))
        + "; Path="
        + Endpoints.CONTROL
        + "; HttpOnly; SameSite=Strict";
  }

  private static String session(String token) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      hash.update(Secret.BYTES);
      return HexFormat.of().formatHex(hash.digest(utf8(token)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(utf8(one), utf8(other));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
