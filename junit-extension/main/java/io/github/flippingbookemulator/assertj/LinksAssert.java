package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.link.TrackedLink.Status;

/** Assertions on tracked links, deleted ones included. */
public final class LinksAssert extends SelectionAssert<LinksAssert, TrackedLink, LinkAssert> {
  LinksAssert(AssertionContext context, Selection<TrackedLink> selection) {
    super(context, selection, LinksAssert.class);
  }

  /**
   * Selects those with a title.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).links().titled("Newsletter").single().wasOpened(2);
   * // fails
   * assertThat(emulator).links().titled("News").hasSize(1);
   * </code></pre>
   *
   * @param title the whole title
   * @return an assertion on them
   */
  public LinksAssert titled(String title) {
    return where("titled '" + title + "'", each -> each.title().equals(title));
  }

  /**
   * Selects those that are not deleted.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).links().notDeleted().hasSize(3);
   * // fails
   * assertThat(emulator).links().notDeleted().hasSize(4);
   * </code></pre>
   *
   * @return an assertion on them
   */
  public LinksAssert notDeleted() {
    return where("not deleted", each -> each.standing() != Status.DELETED);
  }

  @Override
  LinksAssert on(Selection<TrackedLink> narrower) {
    return new LinksAssert(context, narrower);
  }

  @Override
  LinkAssert on(TrackedLink one) {
    return new LinkAssert(context, one.id(), one);
  }

  @Override
  String fact(TrackedLink each) {
    return Descriptions.of(each);
  }
}
