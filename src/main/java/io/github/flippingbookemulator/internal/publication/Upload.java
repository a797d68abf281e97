package io.github.flippingbookemulator.internal.publication;

import java.util.Optional;

/**
 * A PDF that comes in over the API. Whether it can be used turns out later: a wrong address or
 * wrong data is no error of the call (D).
 *
 * @param filename the name that the caller gives it
 * @param content where it is
 */
public record Upload(Optional<String> filename, Content content) {
  /** Where the PDF is. */
  public sealed interface Content {}

  /**
   * The caller sends it along.
   *
   * @param base64 what ought to be base64
   */
  public record Data(String base64) implements Content {}

  /**
   * The emulator has to fetch it.
   *
   * @param url what ought to be an address
   */
  public record Address(String url) implements Content {}

  /**
   * Returns the name to remember it by.
   *
   * @return the file name or else the address (O), if there is one
   */
  public Optional<String> pdfName() {
    return filename.or(
        () -> content instanceof Address address ? Optional.of(address.url()) : Optional.empty());
  }
}
