package io.github.flippingbookemulator.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A publication as it is at one moment.
 *
 * @param id 32 lowercase hex digits, permanent (O)
 * @param hashId nine digits, used in addresses (O)
 * @param created when it was created
 * @param details what it is called and where it is
 * @param content what there is to read
 * @param customization how it looks
 * @param modified when its metadata, customization or active source changed last
 * @param trashed when it was deleted; null while it is not
 */
public record Publication(
    String id,
    String hashId,
    Instant created,
    Details details,
    Content content,
    Customization customization,
    Instant modified,
    @Nullable Instant trashed) {

  /** The domain of publications in accounts without domains of their own (O). */
  public static final String DEFAULT_DOMAIN = "online.flippingbook.com";

  /**
   * What a publication is called and where it is.
   *
   * @param name as people see it
   * @param description as people see it, if there is one
   * @param folder the id of its folder; null for Home
   * @param domain the domain it is published on
   * @param lastPdfName the name, or else the address, of the PDF that came last, if one came
   * @param seoEnabled whether search engines may list it
   */
  public record Details(
      String name,
      @Nullable String description,
      @Nullable Integer folder,
      String domain,
      @Nullable String lastPdfName,
      boolean seoEnabled) {}

  /**
   * What there is to read.
   *
   * @param extent how much of it
   * @param totalPages how many pages it has; 0 until a source has converted
   */
  public record Content(Extent extent, int totalPages) {
    /** Nothing yet. */
    public static final Content NONE = new Content(Extent.NOTHING, 0);
  }

  /** How much of a publication there is to read. */
  public enum Extent {
    /** No source has been converted yet. */
    NOTHING("Empty"),
    /** A preview. */
    PREVIEW("HasContent, Published"),
    /** All pages. */
    ALL_PAGES("HasContent, Published, CompletedAllStages");

    private final String words;

    Extent(String words) {
      this.words = words;
    }
  }

  /**
   * Returns the state as the API writes it.
   *
   * @return words with comma and space between them (D, O)
   */
  public String state() {
    return content.extent.words + (isTrashed() ? ", Trashed" : "");
  }

  /**
   * Tells whether it is in the deleted state: it can be read over the API, but not changed.
   *
   * @return true from its deletion on, unless it is restored
   */
  public boolean isTrashed() {
    return trashed != null;
  }
}
