package io.github.flippingbookemulator.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * No body takes the reader long or exhausts its stack. The library alone needs up to a minute for
 * some of these. The limit is high because the machine may be busy, not because the reader is slow.
 */
class HostileJsonTest {
  private static final Duration BOUND = Duration.ofSeconds(5);
  private static final int SIZE = 900_000;

  /**
   * Between vertical bars: a start, a part that is repeated up to 900 kB, an end, whether it is
   * accepted.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":\"|QUJD|\"}|true",
        "{a:'|QUJD|'}|true",
        "{a:'|\\u0041|'}|true",
        "{a:'|\\U|'}|true",
        "``|1|``|false",
        "[+|1|]|false",
        "[.|1|]|false",
        "[0x|f|]|false",
        "[1e|9|]|false",
        "{a:|x|}|false",
        "{|x|:1}|false",
        "``|[|``|false",
        "/**/|[|``|false",
        "``|{a:|``|false",
        "``|{'':[|``|false",
        "{a:'|QUJD|``|false",
        "{a:'|\\\\|``|false",
        "{\"a\":\"|QUJD|``|false",
        "{'|QUJD|``|false",
        "/*|QUJD|*/{}|true",
        "/*|QUJD|``|false",
        "//|QUJD|``|false",
        "``|/**/|{}|true",
        "``|/**/|``|false",
        "``|/*|``|false",
        "``|/|``|false",
        "[|,|]|false",
        "[+1|,1|]|true",
        "{|a:1,|}|true",
        "``|]|``|false",
        "``|\ufeff|``|false",
      })
  void a_huge_body_is_soon_read_or_refused(String start, String unit, String end, boolean read) {
    String text = start + unit.repeat(SIZE / unit.length()) + end;
    byte[] body = text.getBytes(UTF_8);

    Throwable outcome =
        assertTimeoutPreemptively(BOUND, () -> catchThrowable(() -> RelaxedJson.parse(body)));

    if (read) {
      assertThat(outcome).isNull();
    } else {
      assertThat(outcome).isInstanceOf(UnreadableJson.class);
    }
  }

  @Test
  void the_deepest_document_needs_no_deep_stack() throws InterruptedException {
    String body = "{a:[".repeat(500) + "]}".repeat(500);
    Throwable[] outcome = {new IllegalStateException("the thread has not run")};
    Thread thread =
        new Thread(
            null,
            () ->
                outcome[0] =
                    catchThrowable(
                        () -> {
                          RelaxedJson.parse(body.getBytes(UTF_8));
                          RelaxedJson.parseWithLines(body);
                        }),
            "small stack",
            200_000);
    thread.start();
    thread.join();

    assertThat(outcome[0]).isNull();
  }
}
