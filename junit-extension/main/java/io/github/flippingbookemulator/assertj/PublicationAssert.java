package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.publication.Publication.Extent;
import io.github.flippingbookemulator.source.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Assertions on a publication in its state when the assertion begins. */
public final class PublicationAssert extends PublicationDetailsAssert<PublicationAssert> {
  private final String id;

  PublicationAssert(AssertionContext context, String id, @Nullable Publication actual) {
    super(
        context,
        actual == null ? "publication " + id : "publication '" + actual.details().name() + "'",
        actual,
        PublicationAssert.class);
    this.id = id;
  }

  /**
   * Verifies that all its pages can be read: a source has been converted. A later source may still
   * be in conversion, or have failed: see {@link #sources()}.
   *
   * <p>Like all assertions it does not wait. On a publication that is still being converted it
   * fails, and says in which state the source is and how to finish it. Most tests call {@code
   * emulator.finishConversions()} before the assertion.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).publication(catalog).isConverted();
   * // fails
   * assertThat(emulator).publication(draft).isConverted();
   * </code></pre>
   *
   * @return this assertion
   */
  public PublicationAssert isConverted() {
    return check(
        "be converted",
        publication -> publication.content().extent() == Extent.ALL_PAGES,
        publication ->
            switch (publication.content().extent()) {
              case NOTHING -> sourcesOf(publication).isEmpty() ? "it has no source" : "it is empty";
              case PREVIEW -> "there is a preview only";
              case ALL_PAGES -> "it is";
            });
  }

  /**
   * Verifies that there is nothing to read yet, not even a preview.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).publication(draft).isEmpty();
   * // fails
   * assertThat(emulator).publication(catalog).isEmpty();
   * </code></pre>
   *
   * @return this assertion
   */
  public PublicationAssert isEmpty() {
    return check(
        "be empty",
        publication -> publication.content().extent() == Extent.NOTHING,
        publication -> "it is " + publication.state());
  }

  /**
   * Verifies that it is in the deleted state.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).publication(discarded).isTrashed();
   * // fails
   * assertThat(emulator).publication(catalog).isTrashed();
   * </code></pre>
   *
   * @return this assertion
   */
  public PublicationAssert isTrashed() {
    return check("be trashed", Publication::isTrashed, publication -> "it is not");
  }

  /**
   * Verifies that it exists and is not in the deleted state.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).publication(catalog).isNotTrashed();
   * // fails
   * assertThat(emulator).publication(discarded).isNotTrashed();
   * </code></pre>
   *
   * @return this assertion
   */
  public PublicationAssert isNotTrashed() {
    return check(
        "not be trashed",
        publication -> !publication.isTrashed(),
        publication -> "it has been since " + publication.trashed());
  }

  /**
   * Verifies how many pages it has; 0 until a source has converted.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).publication(catalog).hasPages(12);
   * // fails
   * assertThat(emulator).publication(catalog).hasPages(11);
   * </code></pre>
   *
   * @param expected how many
   * @return this assertion
   */
  public PublicationAssert hasPages(int expected) {
    return check(
        "have " + Descriptions.count(expected, "page", "pages"),
        publication -> publication.content().totalPages() == expected,
        publication ->
            "it has " + Descriptions.count(publication.content().totalPages(), "page", "pages"));
  }

  /**
   * Selects its sources, oldest first.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).publication(catalog).sources().single().isConverted();
   * // fails
   * assertThat(emulator).publication(draft).sources().hasSize(1);
   * </code></pre>
   *
   * @return an assertion on them; this call fails if the publication does not exist
   */
  public SourcesAssert sources() {
    return handOn(
        new SourcesAssert(context, Selection.of("source", "sources", sourcesOf(found()))));
  }

  /**
   * Selects the tracked links that lead to it, deleted ones included, oldest first.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).publication(catalog).links().titled("Newsletter").single().isActive();
   * // fails
   * assertThat(emulator).publication(draft).links().titled("Newsletter").single();
   * </code></pre>
   *
   * @return an assertion on them; this call fails if the publication does not exist
   */
  public LinksAssert links() {
    String own = found().id();
    List<TrackedLink> links =
        context.links().stream().filter(link -> link.publicationId().equals(own)).toList();
    return handOn(new LinksAssert(context, Selection.of("tracked link", "tracked links", links)));
  }

  @Override
  List<String> facts(Publication publication) {
    return Stream.concat(
            Stream.of(Descriptions.of(publication)),
            sourcesOf(publication).stream()
                .map(source -> Descriptions.of(source, context.emulator().clock().now())))
        .toList();
  }

  @Override
  List<String> advice(Publication publication) {
    return ConversionAdvice.advice(sourcesOf(publication));
  }

  @Override
  Optional<String> meaning() {
    return IdHint.of(id, context);
  }

  @Override
  List<String> others() {
    return NearMisses.to(
            id,
            context.publications(),
            each -> Stream.of(each.id(), each.hashId(), each.details().name()))
        .stream()
        .map(Descriptions::of)
        .toList();
  }

  private List<Source> sourcesOf(Publication publication) {
    return context.emulator().conversions().of(publication.id());
  }
}
