package io.github.flippingbookemulator.internal.publication;

import io.github.flippingbookemulator.internal.store.Change;
import io.github.flippingbookemulator.publication.Customization;

/**
 * The changes of a customization by one call; omitted values stay as they are.
 *
 * @param password the change of the password
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

  /** The change of a password, by the modes of {@code setPasswordProtection} (D). */
  public sealed interface PasswordChange {
    /** It stays as it is. */
    record Keep() implements PasswordChange {}

    /** It is removed. */
    record Disable() implements PasswordChange {}

    /**
     * The caller gives it.
     *
     * @param password the password, not empty
     */
    record Manual(String password) implements PasswordChange {}

    /**
     * It is generated.
     *
     * @param digitsOnly whether it has only digits, not letters and digits
     * @param length its number of characters, 1 to 64 (E)
     */
    record Generated(boolean digitsOnly, int length) implements PasswordChange {}
  }
}
