package io.github.flippingbookemulator.internal.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Map;
import org.wildfly.security.asn1.DERDecoder;
import org.wildfly.security.asn1.DEREncoder;

/**
 * A certificate with its key, as openssl, mkcert and cert-manager write them.
 *
 * @param certificateFile the name of the file with the certificates, for error messages
 * @param certificates its text: the server's certificate first, then those of its issuers
 * @param keyFile the name of the file with the key, for error messages; may be the same file
 * @param key its text: a private key that is not encrypted
 */
public record PemFiles(String certificateFile, String certificates, String keyFile, String key) {
  private static final Map<String, String> SIGNATURES =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA");

  /**
   * Parses and checks the certificate and the key.
   *
   * @return the certificate with its key
   * @throws IllegalArgumentException if they cannot be used, with a sentence that names the file
   */
  public ServerCertificate read() {
    List<X509Certificate> chain = Pem.certificates(certificateFile, certificates);
    PublicKey server = chain.get(0).getPublicKey();
    if (!SIGNATURES.containsKey(server.getAlgorithm())) {
      throw new IllegalArgumentException(
          "the key of the certificate in %s must be RSA or EC, not %s"
              .formatted(certificateFile, server.getAlgorithm()));
    }
    PrivateKey own = privateKey(server);
    if (!areOneKey(own, server)) {
      throw new IllegalArgumentException(
          "the key in %s does not belong to the first certificate in %s"
              .formatted(keyFile, certificateFile));
    }
    return ServerCertificate.given(own, chain);
  }

  private PrivateKey privateKey(PublicKey server) {
    Pem part =
        Pem.parts(key).stream()
            .filter(Pem::isPrivateKey)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        keyFile + " has no private key in PEM form (-----BEGIN PRIVATE KEY-----)"));
    if (part.isEncrypted()) {
      throw new IllegalArgumentException(
          "the key in %s is encrypted; decrypt it: openssl pkey -in %<s -out key.pem"
              .formatted(keyFile));
    }
    try {
      byte[] bytes = part.label().equals("PRIVATE KEY") ? part.bytes() : wrapped(part, server);
      return KeyFactory.getInstance(server.getAlgorithm())
          .generatePrivate(new PKCS8EncodedKeySpec(bytes));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the key in %s cannot be read as a key of type %s, which the certificate in %s asks for"
              .formatted(keyFile, server.getAlgorithm(), certificateFile),
          e);
    }
  }

  /**
   * Converts the older forms {@code RSA PRIVATE KEY} and {@code EC PRIVATE KEY} to PKCS #8: a
   * version number, the algorithm, taken from the public key, and the older form.
   */
  private static byte[] wrapped(Pem older, PublicKey server) {
    DERDecoder publicKey = new DERDecoder(server.getEncoded());
    publicKey.startSequence();
    DEREncoder pkcs8 = new DEREncoder();
    pkcs8.startSequence();
    pkcs8.encodeInteger(BigInteger.ZERO);
    pkcs8.writeEncoded(publicKey.drainElement());
    pkcs8.encodeOctetString(older.bytes());
    pkcs8.endSequence();
    return pkcs8.getEncoded();
  }

  private static boolean areOneKey(PrivateKey key, PublicKey server) {
    try {
      Signature signature = Signature.getInstance(SIGNATURES.get(server.getAlgorithm()));
      signature.initSign(key);
      signature.update(server.getEncoded());
      byte[] signed = signature.sign();
      signature.initVerify(server);
      signature.update(server.getEncoded());
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
