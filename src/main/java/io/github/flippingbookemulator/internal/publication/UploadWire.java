package io.github.flippingbookemulator.internal.publication;

import io.github.flippingbookemulator.internal.http.Body;
import java.net.URI;
import java.util.Optional;

/** What a body says of a PDF that comes with it. */
public final class UploadWire {
  private UploadWire() {}

  /**
   * Reads {@code filename}, {@code url} and {@code data}; an empty string counts as omitted (E).
   *
   * @param body the body; it breaks a rule if it has both {@code url} and {@code data} (E)
   * @return the PDF, if one comes with the body
   */
  public static Optional<Upload> upload(Body body) {
    Optional<String> filename = given(body, "filename");
    Optional<String> url = given(body, "url");
    Optional<String> data = given(body, "data");
    if (url.isPresent() && data.isPresent()) {
      body.problem("url and data: only one of the two can bring the PDF.");
    }
    return url.<Upload.Content>map(Upload.Address::new)
        .or(() -> data.map(Upload.Data::new))
        .map(content -> new Upload(filename, content));
  }

  /**
   * Finds a name for a publication that is given none: the file name without {@code .pdf}, also
   * where no file comes with it, or else the last segment of the address (E).
   *
   * @param body the body, whose values are of the right types
   * @return {@code Untitled} where there is nothing to go by
   */
  static String publicationName(Body body) {
    return given(body, "filename")
        .map(name -> name.replaceFirst("(?i)\\.pdf$", ""))
        .filter(name -> !name.isBlank())
        .or(() -> given(body, "url").flatMap(UploadWire::lastSegment))
        .orElse("Untitled");
  }

  private static Optional<String> lastSegment(String url) {
    try {
      String path = Optional.ofNullable(URI.create(url.strip()).getPath()).orElse("");
      return Optional.of(path.substring(path.lastIndexOf('/') + 1)).filter(name -> !name.isBlank());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> given(Body body, String name) {
    return body.text(name).given().filter(value -> !value.isEmpty());
  }
}
