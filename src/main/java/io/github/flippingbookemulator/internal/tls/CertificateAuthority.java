package io.github.flippingbookemulator.internal.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.wildfly.security.x500.GeneralName;
import org.wildfly.security.x500.X500;
import org.wildfly.security.x500.cert.AuthorityKeyIdentifierExtension;
import org.wildfly.security.x500.cert.BasicConstraintsExtension;
import org.wildfly.security.x500.cert.ExtendedKeyUsageExtension;
import org.wildfly.security.x500.cert.KeyUsage;
import org.wildfly.security.x500.cert.KeyUsageExtension;
import org.wildfly.security.x500.cert.SubjectAlternativeNamesExtension;
import org.wildfly.security.x500.cert.SubjectKeyIdentifierExtension;
import org.wildfly.security.x500.cert.X509CertificateBuilder;

/**
 * A certificate authority that issues one certificate for a server. Its private key is then
 * discarded, so that clients that trust it trust no other certificate.
 */
public final class CertificateAuthority {
  private static final X500Principal NAME = new X500Principal("CN=FlippingBook emulator CA");
  private static final X500Principal SERVER = new X500Principal("CN=FlippingBook emulator");
  private static final int DAYS_OF_AUTHORITY = 730;

  /** Browsers reject a server's certificate that is valid for longer. */
  private static final int DAYS_OF_SERVER = 397;

  private static final int BYTES_OF_KEY_ID = 20;
  private static final int BITS_OF_SERIAL_NUMBER = 127;

  private final SecureRandom random = new SecureRandom();
  private final KeyPair keys;
  private final byte[] keyId;
  private final ZonedDateTime from;

  private CertificateAuthority(Instant now) throws GeneralSecurityException {
    keys = newKeys();
    keyId = keyId(keys.getPublic());
    from = now.atZone(ZoneOffset.UTC).minusDays(1); // clients' clocks may be slow
  }

  /**
   * Creates an authority and issues its certificate.
   *
   * @param hostNames names that it is valid for, in addition to {@code localhost}, {@code
   *     127.0.0.1}, {@code ::1} and the host of production
   * @param now the real time; the certificate is valid from the day before, for 397 days
   * @return the certificate with its key and its authority
   */
  public static ServerCertificate issue(Collection<String> hostNames, Instant now) {
    Set<String> names = new LinkedHashSet<>(HostNames.ALWAYS);
    names.addAll(hostNames);
    try {
      CertificateAuthority authority = new CertificateAuthority(now);
      KeyPair server = newKeys();
      return ServerCertificate.issued(
          server.getPrivate(),
          authority.certificate(server.getPublic(), names),
          authority.certificate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot make certificates", e);
    }
  }

  private X509Certificate certificate() throws CertificateException {
    return certificate(NAME, keys.getPublic(), DAYS_OF_AUTHORITY)
        .addExtension(new BasicConstraintsExtension(true, true, 0))
        .addExtension(new KeyUsageExtension(KeyUsage.keyCertSign, KeyUsage.cRLSign))
        .build();
  }

  /** Has all extensions that strict clients require; OpenSSL's strict mode is Python's default. */
  private X509Certificate certificate(PublicKey server, Set<String> names)
      throws GeneralSecurityException {
    List<GeneralName> alternatives =
        names.stream().map(CertificateAuthority::alternativeName).toList();
    return certificate(SERVER, server, DAYS_OF_SERVER)
        .addExtension(new BasicConstraintsExtension(true, false, -1))
        .addExtension(new KeyUsageExtension(KeyUsage.digitalSignature))
        .addExtension(new ExtendedKeyUsageExtension(false, List.of(X500.OID_KP_SERVER_AUTH)))
        .addExtension(new AuthorityKeyIdentifierExtension(keyId, null, null))
        .addExtension(new SubjectAlternativeNamesExtension(false, alternatives))
        .build();
  }

  private X509CertificateBuilder certificate(X500Principal subject, PublicKey key, int days) {
    return new X509CertificateBuilder()
        .setIssuerDn(NAME)
        .setSubjectDn(subject)
        .setSerialNumber(new BigInteger(BITS_OF_SERIAL_NUMBER, random).setBit(0))
        .setNotValidBefore(from)
        .setNotValidAfter(from.plusDays(days))
        .setPublicKey(key)
        .setSigningKey(keys.getPrivate())
        .setSignatureAlgorithmName("SHA256withECDSA")
        .addExtension(new SubjectKeyIdentifierExtension(keyId(key)));
  }

  private static GeneralName alternativeName(String name) {
    return HostNames.isAddress(name)
        ? new GeneralName.IPAddress(HostNames.address(name))
        : new GeneralName.DNSName(name);
  }

  private static KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  /** Any short digest of the key is allowed, if all certificates use the same one. */
  private static byte[] keyId(PublicKey key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return Arrays.copyOf(digest, BYTES_OF_KEY_ID);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
