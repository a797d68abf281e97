package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.http.JournalEntry.Request;
import java.util.List;

/** Assertions on a call and its answer. */
public final class RequestAssert extends RecordAssert<RequestAssert, Request> {
  RequestAssert(Evidence evidence, Request actual) {
    super(
        evidence, "request " + actual.method() + " " + actual.path(), actual, RequestAssert.class);
  }

  /**
   * Verifies that it was not refused.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).requests().first().hasSucceeded();
   * // fails
   * assertThat(emulator).requests().last().hasSucceeded();
   * </code></pre>
   *
   * @return this assertion
   */
  public RequestAssert hasSucceeded() {
    return check(
        "have succeeded",
        request -> request.code() == null && request.status() < 400,
        RequestAssert::answer);
  }

  /**
   * Verifies with which status it was answered.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).requests().first().hasStatus(200);
   * // fails
   * assertThat(emulator).requests().last().hasStatus(200);
   * </code></pre>
   *
   * @param expected the HTTP status
   * @return this assertion
   */
  public RequestAssert hasStatus(int expected) {
    return check(
        "have the status " + expected,
        request -> request.status() == expected,
        RequestAssert::answer);
  }

  /**
   * Verifies with which code it was refused.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).requests().last().hasCode("NotFound");
   * // fails
   * assertThat(emulator).requests().last().hasCode("ObjectNotFound");
   * </code></pre>
   *
   * @param expected the {@code wellKnownError} of the answer
   * @return this assertion
   */
  public RequestAssert hasCode(String expected) {
    return check(
        "be refused with " + expected,
        request -> expected.equals(request.code()),
        RequestAssert::answer);
  }

  @Override
  List<String> facts(Request request) {
    return List.of(Facts.of(request));
  }

  private static String answer(Request request) {
    return "the answer was "
        + request.status()
        + (request.code() == null ? "" : " " + request.code());
  }
}
