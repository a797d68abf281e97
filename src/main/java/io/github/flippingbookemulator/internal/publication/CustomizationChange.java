package io.github.flippingbookemulator.internal.publication;

import io.github.flippingbookemulator.internal.store.Change;
import io.github.flippingbookemulator.publication.Customization;

/**
 * What a call changes of a customization; what is omitted stays.
 *
 * @param password what becomes of the password
 * @param hardCover the new {@link Customization#hardCover}
 * @param logoUrl the new {@link Customization#logoUrl}; null clears it
 * @param rightToLeft the new {@link Customization#rightToLeft}
 * @param theme the new {@link Customization#theme}
 */
public record CustomizationChange(
    PasswordChange password,
    Change<Boolean> hardCover,
    Change<String> logoUrl,
    Change<Boolean> rightToLeft,
    Change<String> theme) {

  /** What becomes of a password: the modes of {@code setPasswordProtection} (D). */
  public sealed interface PasswordChange {
    /** It stays as it is. */
    record Keep() implements PasswordChange {}

    /** There is none any more. */
    record Disable() implements PasswordChange {}

    /**
     * The caller chooses it.
     *
     * @param password the password, not empty
     */
    record Manual(String password) implements PasswordChange {}

    /**
     * It is generated.
     *
     * @param digitsOnly whether it has digits only, or letters as well
     * @param length how many characters it has, 1 to 64 (E)
     */
    record Generated(boolean digitsOnly, int length) implements PasswordChange {}
  }
}
