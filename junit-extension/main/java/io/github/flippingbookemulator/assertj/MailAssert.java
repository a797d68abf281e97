package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.trigger.Mail;
import java.util.List;
import java.util.stream.Stream;

/** Assertions on a mail that the service would have sent. */
public final class MailAssert extends RecordAssert<MailAssert, Mail> {
  MailAssert(AssertionContext context, Mail actual) {
    super(context, "the mail about '" + actual.event().wire() + "'", actual, MailAssert.class);
  }

  /**
   * Verifies its subject.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).mails().first().hasSubject("FlippingBook: session on a tracked link");
   * // fails
   * assertThat(emulator).mails().first().hasSubject("Hello");
   * </code></pre>
   *
   * @param expected the whole subject
   * @return this assertion
   */
  public MailAssert hasSubject(String expected) {
    return checkValue("the subject", expected, Mail::subject);
  }

  /**
   * Verifies that its text contains a part.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).mails().first().hasTextContaining(newsletter);
   * // fails
   * assertThat(emulator).mails().first().hasTextContaining(poster);
   * </code></pre>
   *
   * @param part a part of the text
   * @return this assertion
   */
  public MailAssert hasTextContaining(String part) {
    return check(
        "have a text with '" + part + "'",
        mail -> mail.text().contains(part),
        mail -> "it has not");
  }

  @Override
  List<String> facts(Mail mail) {
    return Stream.concat(Stream.of(Descriptions.of(mail)), mail.text().lines()).toList();
  }
}
