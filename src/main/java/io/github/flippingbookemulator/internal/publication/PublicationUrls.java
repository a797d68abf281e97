package io.github.flippingbookemulator.internal.publication;

import io.github.flippingbookemulator.publication.Publication;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses at which readers find a publication.
 *
 * @param asInProduction whether they name the publication's own domain, as the service prints them,
 *     rather than the emulator, where they can be fetched (E)
 */
public record PublicationUrls(boolean asInProduction) {
  /** The path of a publication's view page, with the parameter {@code hashId}. */
  public static final String VIEW = "/view/{hashId}";

  /** The path of a publication's files, with the parameter {@code hashId}. */
  public static final String CONTENT = "/content/{hashId}";

  /** The name of the cover below the content root (O). */
  public static final String COVER = "cover600.jpg";

  /** The name of the PDF below the content root (E). */
  public static final String PDF = "publication.pdf";

  private static final Pattern VIEW_URL = Pattern.compile(".*/view/(\\d{9})/");

  /**
   * Returns the canonical link.
   *
   * @param publication the publication
   * @param base scheme and host of the emulator as the client called it
   * @return an absolute URL ending in a slash
   */
  public String canonical(Publication publication, String base) {
    return root(publication, base) + "/view/" + publication.hashId() + "/";
  }

  /**
   * Returns the content root, under which the cover and the pictures of the pages are.
   *
   * @param publication the publication
   * @param base scheme and host of the emulator as the client called it
   * @return an absolute URL ending in a slash
   */
  public String contentRoot(Publication publication, String base) {
    return root(publication, base) + "/content/" + publication.hashId() + "/";
  }

  /** Finds out which publication a canonical link could be of. */
  static Optional<String> hashId(String canonical) {
    Matcher matcher = VIEW_URL.matcher(canonical);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private String root(Publication publication, String base) {
    return asInProduction ? "https://" + publication.details().domain() : base;
  }
}
