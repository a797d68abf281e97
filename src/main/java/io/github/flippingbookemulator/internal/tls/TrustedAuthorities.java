package io.github.flippingbookemulator.internal.tls;

import io.github.flippingbookemulator.internal.option.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The authorities whose certificates the emulator accepts when it calls others by HTTPS: those that
 * Java trusts, its own one, and given ones.
 */
public final class TrustedAuthorities {
  private final List<X509Certificate> more;

  private TrustedAuthorities(List<X509Certificate> more) {
    this.more = more;
  }

  /**
   * Reads the given ones.
   *
   * @param own the certificate of the emulator; null if HTTPS is off
   * @param file a PEM file with further authorities; null for none
   * @throws IllegalArgumentException if the file has no certificates, with a sentence that names it
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  public static TrustedAuthorities of(@Nullable ServerCertificate own, @Nullable Path file) {
    List<X509Certificate> more = new ArrayList<>();
    if (own != null) {
      more.add(own.trusted());
    }
    if (file != null) {
      more.addAll(Pem.certificates(file.toString(), TextFile.read("trust", file)));
    }
    return new TrustedAuthorities(more);
  }

  /** Creates the TLS context for a client; loads all authorities that Java trusts. */
  public SSLContext clientContext() {
    try {
      List<X509Certificate> all = new ArrayList<>(more);
      for (TrustManager each : managers(null)) {
        if (each instanceof X509TrustManager manager) {
          all.addAll(List.of(manager.getAcceptedIssuers()));
        }
      }
      return onlyOf(all);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no authorities to trust", e);
    }
  }

  /** Creates the TLS context for a client that trusts these authorities and no others. */
  static SSLContext onlyOf(List<X509Certificate> authorities) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (int i = 0; i < authorities.size(); i++) {
        store.setCertificateEntry("authority " + i, authorities.get(i));
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(store), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java cannot trust the certificates", e);
    }
  }

  private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}
