package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.publication.Publication;

/** Assertions on publications, trashed ones included. */
public final class PublicationsAssert
    extends SelectionAssert<PublicationsAssert, Publication, PublicationAssert> {
  PublicationsAssert(AssertionContext context, Selection<Publication> selection) {
    super(context, selection, PublicationsAssert.class);
  }

  /**
   * Selects those with a name.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).publications().named("Spring catalog").single().isConverted();
   * // fails
   * assertThat(emulator).publications().named("Spring").hasSize(1);
   * </code></pre>
   *
   * @param name the whole name
   * @return an assertion on them
   */
  public PublicationsAssert named(String name) {
    return where("named '" + name + "'", each -> each.details().name().equals(name));
  }

  /**
   * Selects those that are not in the deleted state.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).publications().notTrashed().hasSize(2);
   * // fails
   * assertThat(emulator).publications().notTrashed().hasSize(3);
   * </code></pre>
   *
   * @return an assertion on them
   */
  public PublicationsAssert notTrashed() {
    return where("outside the trash", each -> !each.isTrashed());
  }

  @Override
  PublicationsAssert on(Selection<Publication> narrower) {
    return new PublicationsAssert(context, narrower);
  }

  @Override
  PublicationAssert on(Publication one) {
    return new PublicationAssert(context, one.id(), one);
  }

  @Override
  String fact(Publication each) {
    return Descriptions.of(each);
  }
}
