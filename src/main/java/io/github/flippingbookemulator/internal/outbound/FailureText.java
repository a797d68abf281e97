package io.github.flippingbookemulator.internal.outbound;

import java.io.EOFException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.HttpResponseException;

/** Why a request got no response, in plain words: a clause without an end. */
public final class FailureText {
  private static final int LONGEST = 200;
  private static final Pattern UNPRINTABLE = Pattern.compile("[^\\p{Print}\\p{L}]+");

  private static final String CLOSED = "the connection was closed before the end of the answer";

  private FailureText() {}

  /**
   * Puts a failure into words.
   *
   * @param failure what the exchange ended with
   * @param url where the request went
   * @param limit how long the response was waited for
   */
  public static String of(Throwable failure, WebUrl url, Duration limit) {
    List<Throwable> causes = causes(failure);
    if (has(causes, UnknownHostException.class) || has(causes, UnresolvedAddressException.class)) {
      return "host unknown: " + url.host();
    }
    if (has(causes, SocketTimeoutException.class)) {
      return "no connection to %s within %s"
          .formatted(url.authority(), seconds(JettyClient.CONNECT_TIMEOUT));
    }
    if (has(causes, TimeoutException.class)) {
      return "no answer within " + seconds(limit);
    }
    if (has(causes, SSLException.class)) {
      return tls(causes);
    }
    for (Throwable cause : causes) {
      if (cause instanceof HttpResponseException bad) {
        return badAnswer(String.valueOf(bad.getResponse().getReason()));
      }
    }
    if (has(causes, ConnectException.class) || has(causes, BindException.class)) {
      return "connection refused: nothing listens at " + url.authority();
    }
    if (has(causes, NoRouteToHostException.class)) {
      return "no way leads to the network of " + url.authority();
    }
    if (has(causes, EOFException.class)
        || has(causes, ClosedChannelException.class)
        || has(causes, AssertionError.class)) { // Jetty's parser, at an end within the status line
      return CLOSED;
    }
    if (has(causes, SocketException.class)) {
      return "the connection failed: " + printable(causes.get(causes.size() - 1));
    }
    return "the request failed: " + printable(causes.get(causes.size() - 1));
  }

  /** The reason is in the words of Jetty's parser. */
  private static String badAnswer(String reason) {
    return switch (reason) {
      case "Early EOF" -> CLOSED;
      case "Response Header Bytes Too Large" -> "the answer has too many or too long headers";
      default -> "the answer is not HTTP";
    };
  }

  private static String tls(List<Throwable> causes) {
    String message =
        String.join(" ", causes.stream().map(each -> String.valueOf(each.getMessage())).toList())
            .toLowerCase(Locale.ROOT);
    if (has(causes, CertificateExpiredException.class)) {
      return "certificate not trusted: it has expired";
    }
    if (has(causes, CertPathBuilderException.class)
        || has(causes, CertPathValidatorException.class)) {
      return "certificate not trusted: its authority is unknown here; the option trust names"
          + " further ones";
    }
    if (message.contains("subject alternative") || message.contains("no name matching")) {
      return "certificate not trusted: it is for another host";
    }
    if (message.contains("unrecognized ssl message")) {
      return "no TLS is spoken there: does the URL begin with http?";
    }
    return "the TLS handshake failed: " + printable(causes.get(causes.size() - 1));
  }

  /** Returns a message without what a terminal could not show, such as bytes of the other side. */
  private static String printable(Throwable cause) {
    String message = cause.getMessage();
    String text = message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    String clean = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
  }

  private static boolean has(List<Throwable> causes, Class<? extends Throwable> type) {
    return causes.stream().anyMatch(type::isInstance);
  }

  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable each = failure; each != null && !causes.contains(each); each = each.getCause()) {
      causes.add(each);
    }
    return causes;
  }

  private static String seconds(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() / 1000.0 + " s";
  }
}
