package io.github.flippingbookemulator.internal.tls;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A block of a PEM text.
 *
 * @param label such as {@code CERTIFICATE}
 * @param content lines of base 64, after a few header lines in encrypted keys of the older form
 */
record Pem(String label, String content) {
  private static final String CERTIFICATE = "CERTIFICATE";

  private static final Pattern PART =
      Pattern.compile("(?s)-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----");

  private static final int COLUMNS = 64;

  /** Finds all blocks; text between them is ignored. */
  static List<Pem> parts(String text) {
    return PART.matcher(text).results().map(part -> new Pem(part.group(1), part.group(2))).toList();
  }

  /**
   * Reads all certificates.
   *
   * @param file the name of the file, for error messages
   * @param text its content
   * @throws IllegalArgumentException if there is none, or one cannot be read
   */
  static List<X509Certificate> certificates(String file, String text) {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Pem part : parts(text)) {
      if (part.label().equals(CERTIFICATE)) {
        try {
          certificates.add(
              (X509Certificate)
                  CertificateFactory.getInstance("X.509")
                      .generateCertificate(new ByteArrayInputStream(part.bytes())));
        } catch (CertificateException | IllegalArgumentException e) {
          throw new IllegalArgumentException("a certificate in " + file + " cannot be read", e);
        }
      }
    }
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException(
          file + " has no certificate in PEM form (-----BEGIN CERTIFICATE-----)");
    }
    return certificates;
  }

  /** Writes a certificate. */
  static String write(X509Certificate certificate) {
    try {
      var base64 = Base64.getMimeEncoder(COLUMNS, new byte[] {'\n'});
      return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
          .formatted(base64.encodeToString(certificate.getEncoded()));
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e); // the emulator made it, so it can be encoded
    }
  }

  boolean isPrivateKey() {
    return label.endsWith("PRIVATE KEY");
  }

  boolean isEncrypted() {
    return label.startsWith("ENCRYPTED") || content.contains("ENCRYPTED");
  }

  /** Decodes the base 64; other characters are skipped. */
  byte[] bytes() {
    return Base64.getMimeDecoder().decode(content);
  }
}
