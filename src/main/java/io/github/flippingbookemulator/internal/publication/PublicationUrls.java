package io.github.flippingbookemulator.internal.publication;

import io.github.flippingbookemulator.publication.Publication;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URLs that readers open.
 *
 * @param asInProduction whether they are as the service prints them (O), instead of on the
 *     emulator's host, from which they can be fetched (E)
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

  private static final String PRODUCTION_FILES = "https://d17lvj5xn8sco6.cloudfront.net/";

  /**
   * Where the bytes of an id begin. Those within the first three parts of a GUID are in
   * little-endian order, so that backwards they stand as they are written.
   */
  private static final int[] FIRST_HALF_BACKWARDS = {12, 14, 8, 10, 0, 2, 4, 6};

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
    return asInProduction
        ? PRODUCTION_FILES + path(publication.id())
        : base + "/content/" + publication.hashId() + "/";
  }

  /**
   * Makes the path of a content root from an id as recordings show it (O): its bytes as a GUID in
   * little-endian order, backwards, then four more bytes, which are unexplained and here depend on
   * the id only (E).
   */
  private static String path(String id) {
    String bytes = id.toUpperCase(Locale.ROOT);
    StringBuilder path = new StringBuilder();
    for (int i = bytes.length() - 2; i >= 16; i -= 2) {
      path.append(bytes, i, i + 2).append('/');
    }
    for (int i : FIRST_HALF_BACKWARDS) {
      path.append(bytes, i, i + 2).append('/');
    }
    return path + "%08X/".formatted(id.hashCode());
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
