package io.github.flippingbookemulator.internal.publication;

import io.github.flippingbookemulator.publication.Publication;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URLs that readers open.
 *
 * @param asInProduction whether they have the domain of the publication, as the service prints
 *     them, instead of the emulator's, from which they can be fetched (E)
 */
public record PublicationUrls(boolean asInProduction) {
  /** The path of a publication's view page, with the parameter {@code hashId}. */
  public static final String VIEW = "/view/{hashId}";

  /** The path of a publication's files, with the parameter {@code hashId}. */
  public static final String CONTENT = "/content/{hashId}";

  /** The name of the cover below the content root (O). */
  public static final String COVER = "cover600.jpg";

  /** Where the PDF is below the content root (O). */
  public static final String PDF = "common/downloads/publication.pdf";

  private static final Pattern VIEW_URL = Pattern.compile(".*/view/(\\d{9})/");

  /**
   * Returns the canonical link.
   *
   * @param publication the publication
   * @param base scheme and host of the emulator in the client's request
   * @return an absolute URL ending in a slash
   */
  public String canonical(Publication publication, String base) {
    return root(publication, base) + "/view/" + publication.hashId() + "/";
  }

  /**
   * Returns the content root, the parent of the cover, the pages and the PDF.
   *
   * @param publication the publication
   * @param base scheme and host of the emulator in the client's request
   * @return an absolute URL ending in a slash
   */
  public String contentRoot(Publication publication, String base) {
    return root(publication, base) + "/content/" + publication.hashId() + "/";
  }

  /** Returns the hash id in a canonical link; does not check its scheme, host and prefix. */
  static Optional<String> hashId(String canonical) {
    Matcher matcher = VIEW_URL.matcher(canonical);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private String root(Publication publication, String base) {
    return asInProduction ? "https://" + publication.details().domain() : base;
  }
}
