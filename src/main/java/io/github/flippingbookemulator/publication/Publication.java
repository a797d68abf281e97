package io.github.flippingbookemulator.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An immutable snapshot of a publication.
 *
 * @param id a UUID of version 4 as 32 lowercase hex digits, permanent (O)
 * @param hashId nine digits, used in URLs (O)
 * @param created when it was created
 * @param details its metadata
 * @param content what readers can see
 * @param customization how it looks
 * @param modified when its metadata, customization or active source last changed
 * @param trashed when it was deleted; null if it is not
 * @param shownState the state that the API shows because a test wants it; null for its own
 */
public record Publication(
    String id,
    String hashId,
    Instant created,
    Details details,
    Content content,
    Customization customization,
    Instant modified,
    @Nullable Instant trashed,
    @Nullable String shownState) {

  /** The domain of publications of accounts without custom domains (O). */
  public static final String DEFAULT_DOMAIN = "online.flippingbook.com";

  /**
   * The metadata of a publication.
   *
   * @param name its name
   * @param description its description; null for none
   * @param folder the id of its folder; null for Home
   * @param domain the domain it is published on
   * @param lastPdfName the file name, or else the URL, of its latest PDF; null if that has neither
   *     or there is none
   * @param seoEnabled whether search engines may list it
   */
  public record Details(
      String name,
      @Nullable String description,
      @Nullable String folder,
      String domain,
      @Nullable String lastPdfName,
      boolean seoEnabled) {}

  /**
   * What readers can see.
   *
   * @param extent how much of the publication
   * @param totalPages how many pages it has; 0 until a source has converted
   */
  public record Content(Extent extent, int totalPages) {
    /** Nothing. */
    public static final Content NONE = new Content(Extent.NOTHING, 0);
  }

  /** How much of a publication readers can see. */
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
   * @return words separated by comma and space (D, O), or what a test wants to be shown
   */
  public String state() {
    return shownState != null
        ? shownState
        : content.extent.words + (isTrashed() ? ", Trashed" : "");
  }

  /**
   * Tells whether it is deleted: it can still be read over the API, but not changed.
   *
   * @return true from its deletion until it is restored
   */
  public boolean isTrashed() {
    return trashed != null;
  }
}
