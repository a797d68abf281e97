package io.github.flippingbookemulator.internal.publication;

import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.http.Body;
import java.net.URI;
import java.util.Optional;

/** Parses the PDF in the body of a request. */
public final class UploadWire {
  private UploadWire() {}

  /**
   * Reads {@code filename}, {@code url} and {@code data}; an empty string counts as omitted (E).
   *
   * @param body the body; having both {@code url} and {@code data} is recorded as a problem of it
   *     (E)
   * @return the PDF, if the body has one
   */
  public static Optional<Upload> upload(Body body) {
    Optional<String> filename = given(body, "filename");
    Optional<String> url = given(body, "url");
    Optional<String> data = given(body, "data");
    if (url.isPresent() && data.isPresent()) {
      Reliance.on(Statement.PUBLICATION_URL_AND_DATA);
      body.problem("url and data: only one of the two can bring the PDF.");
    }
    return url.<Upload.Content>map(Upload.Address::new)
        .or(() -> data.map(Upload.Data::new))
        .map(content -> new Upload(filename.orElse(null), content));
  }

  /**
   * Makes the default name of a publication: the file name without {@code .pdf}, even if there is
   * no PDF, or else the last segment of the URL (E).
   *
   * @param body the body, whose types are checked already
   * @return the name; {@code Untitled} if the body has neither
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
    Optional<String> given = body.text(name).given();
    if (given.filter(String::isEmpty).isPresent()) {
      Reliance.on(Statement.PUBLICATION_EMPTY_STRINGS);
    }
    return given.filter(value -> !value.isEmpty());
  }
}
