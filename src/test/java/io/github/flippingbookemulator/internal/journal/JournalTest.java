package io.github.flippingbookemulator.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.journal.JournalEntry.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How much the journal keeps. */
class JournalTest {
  private final Journal journal = new Journal(new Secrets());

  @Test
  void the_oldest_exchanges_are_forgotten_before_they_take_too_much_memory() {
    for (int i = 0; i < 2500; i++) {
      note(i, 1_000_000); // 16 kB of which are kept
    }

    List<Request> requests = journal.requests();
    assertThat(requests).hasSize(2500);
    assertThat(requests.get(0).exchange()).isNull();
    assertThat(requests.get(2499).exchange()).isNotNull();
    assertThat(requests.stream().filter(request -> request.exchange() != null).count())
        .isEqualTo(32 * 1024 * 1024 / (16 * 1024 + 500));
  }

  @Test
  void the_oldest_lines_are_forgotten_with_their_exchanges() {
    for (int i = 0; i < 25_000; i++) {
      note(i, 2_500);
    }

    List<Request> requests = journal.requests();
    assertThat(requests).hasSize(Journal.CAPACITY);
    assertThat(requests.get(0).path()).isEqualTo("/15000");
    assertThat(requests).allMatch(request -> request.exchange() != null);
  }

  private void note(int number, int length) {
    RecordedExchange.Part body = RecordedExchange.Part.of("application/json", new byte[length]);
    journal.note(
        new Request(
            Instant.EPOCH,
            1,
            "POST",
            "/" + number,
            200,
            null,
            null,
            Duration.ZERO,
            null,
            List.of(),
            null),
        new RecordedExchange(Map.of(), body, RecordedExchange.Part.NONE, ""));
  }
}
