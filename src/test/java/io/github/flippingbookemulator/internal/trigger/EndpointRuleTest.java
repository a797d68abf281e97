package io.github.flippingbookemulator.internal.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.trigger.WebhookTargets;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which endpoints webhooks go to, by the name alone. */
class EndpointRuleTest {
  /** An emulator that others call by a name of its own. */
  private static final Inboxes INBOXES =
      new Inboxes(
          () -> URI.create("http://127.0.0.1:8080/_emulator"),
          () ->
              List.of(
                  URI.create("http://127.0.0.1:8080"),
                  URI.create("https://127.0.0.1:8443"),
                  URI.create("https://books.example")),
          "me",
          1);

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8080/_emulator/inbox/a, true, true",
    "http://localhost:8080/_emulator/inbox/a, true, true",
    "https://[::1]:8443/_emulator/inbox/a, true, true",
    "https://books.example/_emulator/inbox/a, true, true",
    "http://books.example/_emulator/inbox/a, false, false",
    "http://127.0.0.1:8081/_emulator/inbox/a, true, false",
    "http://127.0.0.1:8080/_emulator/inbox/../reset, true, false",
    "http://127.0.0.1:8080/, true, false",
    "http://other.example:8080/_emulator/inbox/a, false, false",
    "http://0.0.0.0:8080/_emulator/inbox/a, false, false",
  })
  void this_machine_and_the_inboxes_of_the_emulator(
      String endpoint, boolean loopback, boolean inbox) {
    assertThat(objection(WebhookTargets.LOOPBACK, endpoint) == null).isEqualTo(loopback);
    assertThat(objection(WebhookTargets.INBOXES, endpoint) == null).isEqualTo(inbox);
    assertThat(objection(WebhookTargets.NETWORK, endpoint)).isNull();
    assertThat(objection(WebhookTargets.OFF, endpoint)).isEqualTo("webhooks are switched off");
  }

  /** Older snapshots may have such endpoints, and Java callers can. */
  @Test
  void what_is_no_url_is_told_as_such() {
    assertThat(objection(WebhookTargets.NETWORK, "mailto:a@b"))
        .isEqualTo("its endpoint is not an absolute http or https address");
    assertThat(objection(WebhookTargets.NETWORK, null)).isEqualTo("its trigger has no endpoint");
  }

  private static String objection(WebhookTargets targets, String endpoint) {
    return new EndpointRule(targets, INBOXES).objection(endpoint);
  }
}
