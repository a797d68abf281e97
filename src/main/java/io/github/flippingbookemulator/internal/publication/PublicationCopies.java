package io.github.flippingbookemulator.internal.publication;

import io.github.flippingbookemulator.publication.Customization;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.publication.Publication.Content;
import io.github.flippingbookemulator.publication.Publication.Details;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Copies of a publication in which one part is another, and the time of the change with it. */
final class PublicationCopies {
  private PublicationCopies() {}

  static Publication with(Publication of, Details details, Instant at) {
    return new Publication(
        of.id(),
        of.hashId(),
        of.created(),
        details,
        of.content(),
        of.customization(),
        at,
        of.trashed(),
        of.shownState());
  }

  static Publication with(Publication of, Content content, Instant at) {
    return new Publication(
        of.id(),
        of.hashId(),
        of.created(),
        of.details(),
        content,
        of.customization(),
        at,
        of.trashed(),
        of.shownState());
  }

  static Publication with(Publication of, Customization customization, Instant at) {
    return new Publication(
        of.id(),
        of.hashId(),
        of.created(),
        of.details(),
        of.content(),
        customization,
        at,
        of.trashed(),
        of.shownState());
  }

  static Publication withPdfName(Publication of, @Nullable String pdfName, Instant at) {
    Details old = of.details();
    return with(
        of,
        new Details(
            old.name(), old.description(), old.folder(), old.domain(), pdfName, old.seoEnabled()),
        at);
  }

  static Publication withSeo(Publication of, boolean enabled, Instant at) {
    Details old = of.details();
    return with(
        of,
        new Details(
            old.name(), old.description(), old.folder(), old.domain(), old.lastPdfName(), enabled),
        at);
  }

  /** Moves it to the trash, or out of it; that alone does not count as a modification. */
  static Publication trashed(Publication of, @Nullable Instant at) {
    return new Publication(
        of.id(),
        of.hashId(),
        of.created(),
        of.details(),
        of.content(),
        of.customization(),
        of.modified(),
        at,
        of.shownState());
  }

  /** Shows another state; that does not count as a modification. */
  static Publication withShownState(Publication of, @Nullable String state) {
    return new Publication(
        of.id(),
        of.hashId(),
        of.created(),
        of.details(),
        of.content(),
        of.customization(),
        of.modified(),
        of.trashed(),
        state);
  }
}
