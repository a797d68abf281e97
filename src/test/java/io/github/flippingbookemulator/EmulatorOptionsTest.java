package io.github.flippingbookemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.flippingbookemulator.source.ConversionTimes;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EmulatorOptionsTest {
  private static final EmulatorOptions DEFAULTS = EmulatorOptions.defaults();

  /** An option with a value that it does not take, and the complaint about that. */
  record Wrong(UnaryOperator<EmulatorOptions> set, String complaint) {}

  static Stream<Wrong> wrongValues() {
    return Stream.of(
        new Wrong(
            options -> options.host("a/b"), "host must be a host name or an IP address, not 'a/b'"),
        new Wrong(
            options -> options.host("[::1]"),
            "host must be a host name or an IP address, not '[::1]'"),
        new Wrong(
            options -> options.port(-1), "port must be a whole number from 0 to 65535, not '-1'"),
        new Wrong(
            options -> options.httpsPort(65536),
            "httpsPort must be a whole number from 0 to 65535, not '65536'"),
        new Wrong(
            options -> options.httpsHostNames(List.of("a.test", "b:1")),
            "httpsHostName must be host names or IP addresses such as books.example.com,"
                + " *.example.com or 10.0.0.7, not 'a.test,b:1'"),
        new Wrong(
            options -> options.publicUrl(URI.create("/api")),
            "publicUrl must be an absolute http or https URL, not '/api'"),
        new Wrong(
            options -> options.state(Path.of("")), "state must be the path of a file, not ''"),
        new Wrong(options -> options.speed(-1), "speed must be a number from 0 up, not '-1'"),
        new Wrong(
            options -> options.speed(Double.NaN), "speed must be a number from 0 up, not 'NaN'"),
        new Wrong(
            options -> options.startTime(Instant.EPOCH.minusSeconds(1)),
            "startTime must be a date and time from 1970 to 9998 with its offset, such as"
                + " 2030-01-31T12:00:00Z, not '1969-12-31T23:59:59Z'"),
        new Wrong(
            options -> options.trashRetention(Duration.ofSeconds(-1)),
            "trashRetention must be a duration of at most 36500d, such as 30d, 12h, 90m, 10s,"
                + " 500ms or P30D, not 'PT-1S'"),
        new Wrong(
            options -> options.webhookTimeout(Duration.ZERO),
            "webhookTimeout must be a duration above zero and of at most 36500d, such as 1m, 10s,"
                + " 500ms or PT10S, not '0s'"),
        new Wrong(
            options -> options.fetchTimeout(Duration.ofDays(36_501)),
            "fetchTimeout must be a duration above zero and of at most 36500d, such as 1m, 10s,"
                + " 500ms or PT10S, not '36501d'"),
        new Wrong(
            options -> options.maxWaiting(-1),
            "maxWaiting must be a whole number from 0 up, not '-1'"),
        new Wrong(
            options -> options.corsOrigins(List.of("a.example")),
            "corsOrigin must be origins such as https://app.example.com, not 'a.example'"),
        new Wrong(
            options -> options.controlToken("a b"),
            "controlToken must be letters, digits and signs of ASCII, without spaces, not 'a b'"),
        new Wrong(
            options -> options.controlHosts(List.of("a:1")),
            "controlHost must be host names such as emulator.example.com, not 'a:1'"),
        new Wrong(
            options -> options.apiKey(""),
            "apiKey must be letters, digits and signs of ASCII, without spaces, not ''"),
        new Wrong(
            options -> options.accounts(List.of()),
            "accounts must be a list with at least one account, not '[]'"));
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void a_wrong_value_is_refused_in_the_words_of_its_flag(Wrong wrong) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wrong.set.apply(DEFAULTS))
        .withMessage(wrong.complaint);
  }

  @Test
  void an_option_can_be_set_and_read_by_its_name() {
    EmulatorOptions options =
        DEFAULTS.set("webhookTimeout", "1500ms").set("corsOrigin", "http://a");

    assertThat(options.get("webhookTimeout")).contains("1500ms");
    assertThat(options.get("corsOrigin")).contains("http://a");
    assertThat(options.get("publicUrl")).isEmpty();
    assertThat(DEFAULTS.get("webhookTimeout")).contains("10s");
  }

  @Test
  void the_times_of_conversions_are_three_options() {
    EmulatorOptions options =
        DEFAULTS.conversionTimes(
            new ConversionTimes(Duration.ofSeconds(5), Duration.ZERO, Duration.ofMillis(1)));

    assertThat(options.get("conversionQueueTime")).contains("5s");
    assertThat(options.get("conversionPreviewTime")).contains("0s");
    assertThat(options.get("conversionPageTime")).contains("1ms");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spede    | there is no option 'spede', did you mean 'speed'?",
        "config   | config cannot be set by name: call the method of EmulatorOptions for it",
        "accounts | accounts cannot be set by name: call the method of EmulatorOptions for it",
        "files    | files cannot be set by name: call the method of EmulatorOptions for it",
      })
  void what_cannot_be_set_by_name_is_refused(String name, String complaint) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.set(name, "1"))
        .withMessage(complaint);
  }
}
