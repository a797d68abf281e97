package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.source.Source;
import io.github.flippingbookemulator.source.SourceState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Assertions on a source in its state when the assertion begins. */
public final class SourceAssert extends RecordAssert<SourceAssert, Source> {
  private final String id;

  SourceAssert(AssertionContext context, String id, @Nullable Source actual) {
    super(context, "source " + id, actual, SourceAssert.class);
    this.id = id;
  }

  /**
   * Verifies that it has been converted completely and is active in its publication.
   *
   * <p>Like all assertions it does not wait. On a source that is still being converted it fails,
   * and says in which state it is and how to finish it.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).source(catalogSource).isConverted();
   * // fails
   * assertThat(emulator).source(brokenSource).isConverted();
   * </code></pre>
   *
   * @return this assertion
   */
  public SourceAssert isConverted() {
    return check(
        "be converted",
        source -> source.state() == SourceState.COMPLETED_ALL_STAGES,
        SourceAssert::reality);
  }

  /**
   * Verifies that its conversion has failed.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).source(brokenSource).hasFailed();
   * // fails
   * assertThat(emulator).source(catalogSource).hasFailed();
   * </code></pre>
   *
   * @return this assertion
   */
  public SourceAssert hasFailed() {
    return check("have failed", source -> source.failure() != null, SourceAssert::reality);
  }

  /**
   * Verifies that its conversion has failed, and why. The API never returns the reason (E).
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).source(brokenSource).hasFailedBecause("not a PDF");
   * // fails
   * assertThat(emulator).source(brokenSource).hasFailedBecause("password");
   * </code></pre>
   *
   * @param words a part of the reason
   * @return this assertion
   */
  public SourceAssert hasFailedBecause(String words) {
    return check(
        "have failed because of something with '" + words + "'",
        source -> source.failure() != null && source.failure().contains(words),
        SourceAssert::reality);
  }

  /**
   * Verifies its state.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).source(brokenSource).hasState(SourceState.COMPLETED_WITH_ERRORS);
   * // fails
   * assertThat(emulator).source(catalogSource).hasState(SourceState.QUEUED);
   * </code></pre>
   *
   * @param expected the state
   * @return this assertion
   */
  public SourceAssert hasState(SourceState expected) {
    return check(
        "be in the state " + expected.wire(),
        source -> source.state() == expected,
        SourceAssert::reality);
  }

  /**
   * Verifies how many pages its PDF has; 0 until that is known.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).source(catalogSource).hasPages(12);
   * // fails
   * assertThat(emulator).source(brokenSource).hasPages(12);
   * </code></pre>
   *
   * @param expected how many
   * @return this assertion
   */
  public SourceAssert hasPages(int expected) {
    return check(
        "have " + Descriptions.count(expected, "page", "pages"),
        source -> source.totalPages() == expected,
        source -> "it has " + Descriptions.count(source.totalPages(), "page", "pages"));
  }

  @Override
  List<String> facts(Source source) {
    return List.of(line(source));
  }

  @Override
  List<String> advice(Source source) {
    return ConversionAdvice.advice(List.of(source));
  }

  @Override
  Optional<String> meaning() {
    return IdHint.of(id, context);
  }

  @Override
  List<String> others() {
    return NearMisses.to(id, context.sources(), each -> Stream.of(each.id(), each.publicationId()))
        .stream()
        .map(each -> line(each) + ", of publication " + each.publicationId())
        .toList();
  }

  private String line(Source source) {
    return Descriptions.of(source, context.emulator().clock().now());
  }

  private static String reality(Source source) {
    return source.failure() == null
        ? "it is in the state " + source.state().wire()
        : "it has failed because: " + source.failure();
  }
}
