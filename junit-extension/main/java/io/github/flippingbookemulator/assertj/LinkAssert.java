package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.link.TrackedLink.Status;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Assertions on a tracked link in its state when the assertion begins. */
public final class LinkAssert extends RecordAssert<LinkAssert, TrackedLink> {
  private final String id;

  LinkAssert(AssertionContext context, String id, @Nullable TrackedLink actual) {
    super(
        context,
        actual == null ? "tracked link " + id : "tracked link '" + actual.title() + "'",
        actual,
        LinkAssert.class);
    this.id = id;
  }

  /**
   * Verifies that it is active: readers can open its publication with it.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).link(newsletter).isActive();
   * // fails
   * assertThat(emulator).link(poster).isActive();
   * </code></pre>
   *
   * @return this assertion
   */
  public LinkAssert isActive() {
    return stands(Status.ACTIVE);
  }

  /**
   * Verifies that its owner has switched it off.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).link(poster).isDisabled();
   * // fails
   * assertThat(emulator).link(newsletter).isDisabled();
   * </code></pre>
   *
   * @return this assertion
   */
  public LinkAssert isDisabled() {
    return stands(Status.DISABLED);
  }

  /**
   * Verifies that it has expired: it was not opened before its set time.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).link(invitation).isExpired();
   * // fails
   * assertThat(emulator).link(newsletter).isExpired();
   * </code></pre>
   *
   * @return this assertion
   */
  public LinkAssert isExpired() {
    return stands(Status.EXPIRED);
  }

  /**
   * Verifies that it is deleted, which cannot be undone.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).link(mistake).isDeleted();
   * // fails
   * assertThat(emulator).link(newsletter).isDeleted();
   * </code></pre>
   *
   * @return this assertion
   */
  public LinkAssert isDeleted() {
    return stands(Status.DELETED);
  }

  /**
   * Verifies how often it was opened since it was made.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).link(newsletter).wasOpened(2);
   * // fails
   * assertThat(emulator).link(newsletter).wasOpened(1);
   * </code></pre>
   *
   * @param times how often
   * @return this assertion
   */
  public LinkAssert wasOpened(int times) {
    return check(
        "have been opened " + Descriptions.times(times),
        link -> link.all().count() == times,
        link -> "it was " + Descriptions.times(link.all().count()));
  }

  /**
   * Verifies that nobody opened it.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).link(poster).wasNeverOpened();
   * // fails
   * assertThat(emulator).link(newsletter).wasNeverOpened();
   * </code></pre>
   *
   * @return this assertion
   */
  public LinkAssert wasNeverOpened() {
    return wasOpened(0);
  }

  /**
   * Verifies how long it was viewed in total. A visit counts once the reader has left.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).link(newsletter).wasViewedFor(Duration.ofSeconds(90));
   * // fails
   * assertThat(emulator).link(newsletter).wasViewedFor(Duration.ofSeconds(30));
   * </code></pre>
   *
   * @param expected the sum of all visits, on the emulator's clock
   * @return this assertion
   */
  public LinkAssert wasViewedFor(Duration expected) {
    return check(
        "have been viewed for " + Descriptions.seconds(expected),
        link -> link.all().duration().equals(expected),
        link -> "it was for " + Descriptions.seconds(link.all().duration()));
  }

  /**
   * Verifies its title.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).link(newsletter).hasTitle("Newsletter");
   * // fails
   * assertThat(emulator).link(newsletter).hasTitle("Spring catalog");
   * </code></pre>
   *
   * @param expected the whole title
   * @return this assertion
   */
  public LinkAssert hasTitle(String expected) {
    return checkValue("the title", expected, TrackedLink::title);
  }

  /**
   * Verifies which publication it leads to.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).link(newsletter).leadsTo(catalog);
   * // fails
   * assertThat(emulator).link(newsletter).leadsTo(draft);
   * </code></pre>
   *
   * @param publicationId the id of the publication
   * @return this assertion
   */
  public LinkAssert leadsTo(String publicationId) {
    return check(
        "lead to publication " + publicationId,
        link -> link.publicationId().equals(AssertionContext.plain(publicationId)),
        link -> "it leads to " + link.publicationId());
  }

  @Override
  List<String> facts(TrackedLink link) {
    return List.of(Descriptions.of(link));
  }

  @Override
  Optional<String> meaning() {
    return IdHint.of(id, context);
  }

  @Override
  List<String> others() {
    return NearMisses.to(
            id, context.links(), each -> Stream.of(each.id(), each.urlName(), each.title()))
        .stream()
        .map(Descriptions::of)
        .toList();
  }

  private LinkAssert stands(Status expected) {
    return check(
        "be " + word(expected),
        link -> link.standing() == expected,
        link -> "it is " + word(link.standing()));
  }

  private static String word(Status standing) {
    return standing.name().toLowerCase(Locale.ROOT);
  }
}
