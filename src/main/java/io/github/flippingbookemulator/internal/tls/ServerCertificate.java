package io.github.flippingbookemulator.internal.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of the emulator for HTTPS, with its key. The emulator never writes the key to a
 * file.
 */
public final class ServerCertificate {
  /** The message for people if there is no certificate because HTTPS is off. */
  public static final String OFF =
      "HTTPS is off, so there is no certificate: start the emulator with an HTTPS port.";

  /** The message for people if there is no authority because a certificate was given. */
  public static final String GIVEN =
      "The emulator was given its certificate, so it has no authority of its own: trust the one"
          + " that issued the certificate.";

  private static final char[] NO_PASSWORD = {};

  private final PrivateKey key;
  private final List<X509Certificate> chain;
  private final @Nullable X509Certificate authority;

  private ServerCertificate(
      PrivateKey key, List<X509Certificate> chain, @Nullable X509Certificate authority) {
    this.key = key;
    this.chain = List.copyOf(chain);
    this.authority = authority;
  }

  /**
   * Creates one from a given key and chain: its own certificate first, then those of its issuers.
   */
  static ServerCertificate given(PrivateKey key, List<X509Certificate> chain) {
    return new ServerCertificate(key, chain, null);
  }

  static ServerCertificate issued(
      PrivateKey key, X509Certificate certificate, X509Certificate authority) {
    return new ServerCertificate(key, List.of(certificate), authority);
  }

  /**
   * Returns the certificate that clients have to trust.
   *
   * @return that of the emulator's own authority, as PEM text; empty if the server's certificate
   *     was given
   */
  public Optional<String> authority() {
    return Optional.ofNullable(authority).map(Pem::write);
  }

  /**
   * Creates the TLS context for a server.
   *
   * @return a context with this certificate
   */
  public SSLContext serverContext() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, NO_PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java cannot use the certificate for HTTPS", e);
    }
  }

  /**
   * Creates the TLS context for a client.
   *
   * @return a context that trusts only the emulator's own authority or, if the certificate was
   *     given, only the last one of its chain
   */
  public SSLContext clientContext() {
    return TrustedAuthorities.onlyOf(List.of(trusted()));
  }

  /** Returns what a client has to trust so that it accepts this certificate. */
  X509Certificate trusted() {
    return authority != null ? authority : chain.get(chain.size() - 1);
  }
}
