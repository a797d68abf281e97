package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.journal.JournalEntry.Exchanged;
import io.github.flippingbookemulator.journal.JournalEntry.Request;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;

/** Assertions on a call and its response. */
public final class RequestAssert extends RecordAssert<RequestAssert, Request> {
  RequestAssert(AssertionContext context, Request actual) {
    super(context, "request " + actual.method() + " " + actual.path(), actual, RequestAssert.class);
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
    return check("have succeeded", RequestAssert::succeeded, RequestAssert::answer);
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
   * @param expected the {@code wellKnownError} of the response
   * @return this assertion
   */
  public RequestAssert hasCode(String expected) {
    return check(
        "be refused with " + expected,
        request -> expected.equals(request.code()),
        RequestAssert::answer);
  }

  /**
   * Selects the request body, as text, with keys and tokens masked.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).requests().to("/fbonline/publication/{id}/customize").single().requestBody().contains("dark");
   * // fails
   * assertThat(emulator).requests().to("/fbonline/publication/{id}/customize").single().requestBody().isEmpty();
   * </code></pre>
   *
   * @return AssertJ's own assertion on it; this call fails if the body is not kept any longer
   */
  public AbstractStringAssert<?> requestBody() {
    return handOn(Assertions.assertThat(exchanged().requestBody()));
  }

  /**
   * Selects the response body, as text, with keys and tokens masked.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).requests().withCode("ObjectNotFound").single().responseBody().contains("publication");
   * // fails
   * assertThat(emulator).requests().withCode("ObjectNotFound").single().responseBody().isEmpty();
   * </code></pre>
   *
   * @return AssertJ's own assertion on it; this call fails if the body is not kept any longer
   */
  public AbstractStringAssert<?> responseBody() {
    return handOn(Assertions.assertThat(exchanged().responseBody()));
  }

  @Override
  List<String> facts(Request request) {
    return List.of(Descriptions.of(request));
  }

  /** Tells whether it was answered and not refused. A refusal can also have the status 200. */
  static boolean succeeded(Request request) {
    return request.code() == null
        && request.status() != Request.NO_ANSWER
        && request.status() < 400;
  }

  private Exchanged exchanged() {
    check(
        "still be known with its bodies",
        request -> request.exchange() != null,
        request -> "it is forgotten, so much has been called since");
    return found().exchange();
  }

  private static String answer(Request request) {
    return "there was "
        + (request.status() == Request.NO_ANSWER ? "" : "the answer ")
        + Descriptions.answer(request);
  }
}
