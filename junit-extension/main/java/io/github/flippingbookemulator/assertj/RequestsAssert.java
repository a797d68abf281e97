package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.journal.JournalEntry.Request;
import java.util.function.Predicate;

/** Assertions on the calls that are in the journal. */
public final class RequestsAssert extends SelectionAssert<RequestsAssert, Request, RequestAssert> {
  RequestsAssert(AssertionContext context, Selection<Request> selection) {
    super(context, selection, RequestsAssert.class);
  }

  /**
   * Selects those with a method.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).requests().ofMethod("DELETE").hasSize(1);
   * // fails
   * assertThat(emulator).requests().ofMethod("PATCH").hasSize(1);
   * </code></pre>
   *
   * @param method in capitals
   * @return an assertion on them
   */
  public RequestsAssert ofMethod(String method) {
    return where("with method " + method, each -> each.method().equals(method));
  }

  /**
   * Selects those to a path. A part in braces, or an asterisk, stands for any one part; {@code /**}
   * at the end for any further parts, or none. {@code /api/v1} can be left out; the query counts
   * only if the pattern has one.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).requests().to("/fbonline/publication/{id}").isNotEmpty();
   * // fails
   * assertThat(emulator).requests().to("/fbonline/folders").isNotEmpty();
   * </code></pre>
   *
   * @param pattern a path, as documentation writes it
   * @return an assertion on them
   */
  public RequestsAssert to(String pattern) {
    RequestPath path = new RequestPath(pattern);
    return where("to " + pattern, each -> path.matches(each.path()));
  }

  /**
   * Selects those that were answered with a status.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).requests().withStatus(404).hasSize(2);
   * // fails
   * assertThat(emulator).requests().withStatus(429).hasSize(1);
   * </code></pre>
   *
   * @param status the HTTP status
   * @return an assertion on them
   */
  public RequestsAssert withStatus(int status) {
    return where("answered " + status, each -> each.status() == status);
  }

  /**
   * Selects those that were refused with a code.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).requests().withCode("ObjectNotFound").hasSize(1);
   * // fails
   * assertThat(emulator).requests().withCode("InvalidApiKey").hasSize(1);
   * </code></pre>
   *
   * @param code the {@code wellKnownError} of the response
   * @return an assertion on them
   */
  public RequestsAssert withCode(String code) {
    return where("refused with " + code, each -> code.equals(each.code()));
  }

  /**
   * Verifies that a call was made, with any response.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).requests().contains("POST", "/fbonline/publication/{id}/customize");
   * // fails
   * assertThat(emulator).requests().contains("PUT", "/fbonline/publication/{id}/customize");
   * </code></pre>
   *
   * @param method the HTTP method, in capitals
   * @param pattern the path, see {@link #to}
   * @return this assertion
   */
  public RequestsAssert contains(String method, String pattern) {
    ofMethod(method).to(pattern).isNotEmpty();
    return this;
  }

  /**
   * Verifies that a call was not made.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).requests().doesNotContain("DELETE", "/fbonline/publication/{id}");
   * // fails
   * assertThat(emulator).requests().doesNotContain("POST", "/fbonline/publication");
   * </code></pre>
   *
   * @param method the HTTP method, in capitals
   * @param pattern the path, see {@link #to}
   * @return this assertion
   */
  public RequestsAssert doesNotContain(String method, String pattern) {
    ofMethod(method).to(pattern).isEmpty();
    return this;
  }

  /**
   * Verifies that all were answered and none was refused.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).requests().ofMethod("POST").hasNoErrors();
   * // fails
   * assertThat(emulator).requests().hasNoErrors();
   * </code></pre>
   *
   * @return this assertion
   */
  public RequestsAssert hasNoErrors() {
    return none("without success", each -> !RequestAssert.succeeded(each));
  }

  /**
   * Verifies that all were calls of existing endpoints; a client with a wrong path or method calls
   * others.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).requests().ofMethod("POST").hasNoUnknownEndpoints();
   * // fails
   * assertThat(emulator).requests().hasNoUnknownEndpoints();
   * </code></pre>
   *
   * @return this assertion
   */
  public RequestsAssert hasNoUnknownEndpoints() {
    return none("to an unknown endpoint", each -> ErrorCode.NOT_FOUND.wire().equals(each.code()));
  }

  private RequestsAssert none(String words, Predicate<Request> property) {
    where(words, property).isEmpty();
    return this;
  }

  @Override
  RequestsAssert on(Selection<Request> narrower) {
    return new RequestsAssert(context, narrower);
  }

  @Override
  RequestAssert on(Request one) {
    return new RequestAssert(context, one);
  }

  @Override
  String fact(Request each) {
    return Descriptions.of(each);
  }
}
