package io.github.flippingbookemulator.internal.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** What the emulator shows to clients that call it by HTTPS. Its key never leaves the memory. */
public final class ServerCertificate {
  /** Why there is neither certificate nor authority where HTTPS is off, for people. */
  public static final String OFF =
      "HTTPS is off, so there is no certificate: start the emulator with an HTTPS port.";

  /** Why there is no authority where a certificate was given, for people. */
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

  /** One that was given, with the certificates of those who vouch for it behind it. */
  static ServerCertificate given(PrivateKey key, List<X509Certificate> chain) {
    return new ServerCertificate(key, chain, null);
  }

  static ServerCertificate issued(
      PrivateKey key, X509Certificate certificate, X509Certificate authority) {
    return new ServerCertificate(key, List.of(certificate), authority);
  }

  /**
   * Returns what clients have to trust.
   *
   * @return the certificate of the emulator's own authority as PEM text; empty if the server's
   *     certificate was given
   */
  public Optional<String> authority() {
    return Optional.ofNullable(authority).map(Pem::write);
  }

  /**
   * Makes what a server needs.
   *
   * @return a context that shows this certificate
   */
  public SSLContext serverContext() {
    try {
      KeyStore store = emptyStore();
      store.setKeyEntry("server", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, NO_PASSWORD);
      return context(keys.getKeyManagers(), null);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java cannot use the certificate for HTTPS", e);
    }
  }

  /**
   * Makes what a client needs.
   *
   * @return a context that trusts the emulator's own authority and nobody else; if the certificate
   *     was given, the last one of its chain and nobody else
   */
  public SSLContext clientContext() {
    try {
      KeyStore store = emptyStore();
      store.setCertificateEntry(
          "trusted", authority != null ? authority : chain.get(chain.size() - 1));
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      return context(null, trust.getTrustManagers());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java cannot trust the certificate", e);
    }
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static SSLContext context(KeyManager @Nullable [] keys, TrustManager @Nullable [] trusted)
      throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, trusted, null);
    return context;
  }
}
