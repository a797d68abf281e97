package io.github.flippingbookemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.testkit.PublicationClient;
import io.github.flippingbookemulator.testkit.TestEmulator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * The properties of an answer have the same order in every run, so that runs can be compared as
 * text. The order of a {@code Map.of} differs from one JVM to the next.
 */
class AnswerOrderTest {
  @AutoClose private final Emulator emulator = Emulator.start(TestEmulator.IMMEDIATE);

  @Test
  void a_visit_that_begins_is_told_as_success_and_session() {
    PublicationClient publications = new PublicationClient(emulator);
    String visit = "{\"publication\":\"" + publications.hashId(publications.publish()) + "\"}";

    assertThat(ControlCalls.post(emulator, "/_emulator/readers", visit).text())
        .startsWith("{\"success\":true,\"session\":\"");
  }

  @Test
  void the_index_begins_with_the_address_of_the_api() {
    assertThat(ControlCalls.get(emulator, "/_emulator").text())
        .matches("(?s)\\{\"api\":\"[^\"]+\",\"description\":\"[^\"]+\",\"endpoints\":\\[.*");
  }
}
