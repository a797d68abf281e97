package io.github.flippingbookemulator.internal.publication;

import io.github.flippingbookemulator.publication.Publication;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the browser of a reader keeps who has entered a publication's password (E). It does not tell
 * the password, opens no other publication, and is worth nothing once the password is another.
 */
public final class PasswordCookie {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * Makes the passes of one instance of the emulator.
   *
   * @param secret known to nobody else
   */
  public PasswordCookie(String secret) {
    key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /**
   * Names the cookie that a pass is kept in.
   *
   * @param publication the publication
   * @return a name that no other publication has
   */
  public String cookie(Publication publication) {
    return "reading-pass-" + publication.hashId();
  }

  /**
   * Makes the pass to a publication.
   *
   * @param publication the publication
   * @return 64 hex digits
   */
  public String of(Publication publication) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(publication.id().getBytes(StandardCharsets.UTF_8)); // always 32 digits
      byte[] digest =
          mac.doFinal(publication.customization().password().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /**
   * Tells whether somebody may read a publication.
   *
   * @param publication the publication
   * @param pass what he shows; empty if nothing
   * @return true if the pass is right, or the publication has no password
   */
  public boolean opens(Publication publication, String pass) {
    return publication.customization().password().isEmpty()
        || MessageDigest.isEqual(
            of(publication).getBytes(StandardCharsets.UTF_8),
            pass.getBytes(StandardCharsets.UTF_8));
  }
}
