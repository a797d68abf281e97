package io.github.flippingbookemulator.internal.publication;

import io.github.flippingbookemulator.publication.Publication;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The cookie of a reader who has entered the password of a publication (E). Its value, the pass,
 * does not reveal the password, is valid for this publication only, and becomes invalid when the
 * password changes.
 */
public final class PasswordCookie {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * Makes the cookies of one instance of the emulator.
   *
   * @param secret the key of the passes, which must not leave the emulator
   */
  public PasswordCookie(String secret) {
    key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /**
   * Returns the name of the cookie.
   *
   * @param publication the publication
   * @return a name that is different for each publication
   */
  public String cookie(Publication publication) {
    return "reading-pass-" + publication.hashId();
  }

  /**
   * Makes the pass for a publication.
   *
   * @param publication the publication
   * @return 64 hex digits
   */
  public String of(Publication publication) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      // The id has a fixed length, so no other id and password give the same bytes.
      mac.update(publication.id().getBytes(StandardCharsets.UTF_8));
      byte[] digest =
          mac.doFinal(publication.customization().password().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /**
   * Tells whether a reader may see a publication.
   *
   * @param publication the publication
   * @param pass the value of the cookie; empty if there is none
   * @return true if the pass is right, or the publication has no password
   */
  public boolean opens(Publication publication, String pass) {
    return publication.customization().password().isEmpty()
        || MessageDigest.isEqual(
            of(publication).getBytes(StandardCharsets.UTF_8),
            pass.getBytes(StandardCharsets.UTF_8));
  }
}
