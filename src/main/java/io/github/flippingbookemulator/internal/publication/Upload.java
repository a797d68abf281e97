package io.github.flippingbookemulator.internal.publication;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A PDF that a call gives. It is checked in the background: a wrong URL or wrong data fails the
 * source, not the call (D).
 *
 * @param filename the file name that the caller gives; null for none
 * @param content where the PDF is
 */
public record Upload(@Nullable String filename, Content content) {
  /** Where the PDF is. */
  public sealed interface Content {}

  /**
   * In the call itself.
   *
   * @param base64 base64, not checked yet
   */
  public record Data(String base64) implements Content {}

  /**
   * At a URL, from which the emulator has to fetch it.
   *
   * @param url a URL, not checked yet
   */
  public record Address(String url) implements Content {}

  /**
   * Returns the name that the publication shows for it.
   *
   * @return the file name or else the URL (O), if there is one
   */
  public Optional<String> pdfName() {
    return Optional.ofNullable(
        filename == null && content instanceof Address address ? address.url() : filename);
  }
}
