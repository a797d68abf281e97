package io.github.flippingbookemulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.internal.account.AccountsOptions;
import io.github.flippingbookemulator.internal.config.AllOptions;
import io.github.flippingbookemulator.internal.http.ControlOptions;
import io.github.flippingbookemulator.internal.http.GatewayOptions;
import io.github.flippingbookemulator.internal.http.ServerOptions;
import io.github.flippingbookemulator.internal.journal.LogOptions;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionException;
import io.github.flippingbookemulator.internal.option.TextTypes;
import io.github.flippingbookemulator.internal.option.ValueType;
import io.github.flippingbookemulator.internal.outbound.OutboundOptions;
import io.github.flippingbookemulator.internal.publication.PublicationOptions;
import io.github.flippingbookemulator.internal.runtime.StateFile;
import io.github.flippingbookemulator.internal.source.ConversionOptions;
import io.github.flippingbookemulator.internal.store.Ids;
import io.github.flippingbookemulator.internal.time.ClockOptions;
import io.github.flippingbookemulator.internal.tls.HttpsOptions;
import io.github.flippingbookemulator.internal.trigger.WebhookOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @TempDir Path folder;

  /** How an option is written in three places, and what its value then is as text. */
  record Written(Option<?> option, String flag, String variable, String inFile, String value) {
    /** The same text everywhere, as JSON in the file. */
    static Written everywhere(Option<?> option, String text) {
      return new Written(option, text, text, "'" + text + "'", text);
    }
  }

  static Stream<Written> options() {
    return Stream.of(
        new Written(ServerOptions.PORT, "81", "81", "81", "81"),
        new Written(ServerOptions.HOST, "[::1]", "::1", "'::1'", "::1"),
        Written.everywhere(GatewayOptions.PUBLIC_URL, "https://a.example/b"),
        new Written(HttpsOptions.HTTPS_PORT, "0", "0", "0", "0"),
        new Written(
            HttpsOptions.HTTPS_HOST_NAME,
            "a.test,10.0.0.7",
            "a.test, 10.0.0.7",
            "['a.test', '10.0.0.7']",
            "a.test,10.0.0.7"),
        Written.everywhere(HttpsOptions.HTTPS_CERTIFICATE, "/a.pem"),
        Written.everywhere(HttpsOptions.HTTPS_KEY, "/a.pem"),
        Written.everywhere(StateFile.STATE, "/s.json"),
        Written.everywhere(AccountsOptions.API_KEY, "k-1"),
        Written.everywhere(AccountsOptions.ACCESS_TOKEN, "t-1"),
        new Written(Ids.SEED, "-7", "-7", "-7", "-7"),
        new Written(ClockOptions.SPEED, "2.5", "2.50", "2.5", "2.5"),
        new Written(
            ClockOptions.START_TIME,
            "2030-01-31T12:00:00Z",
            "2030-01-31T13:00:00+01:00",
            "'2030-01-31T12:00Z'",
            "2030-01-31T12:00:00Z"),
        Written.everywhere(ClockOptions.ADVANCE_LIMIT, "1m"),
        new Written(PublicationOptions.TRASH_RETENTION, "90m", "PT90M", "'5400s'", "90m"),
        Written.everywhere(GatewayOptions.RATE_LIMIT, "reject"),
        new Written(GatewayOptions.MAX_WAITING, "0", "0", "0", "0"),
        Written.everywhere(ConversionOptions.PACE, "per-poll"),
        Written.everywhere(ConversionOptions.CONVERSION_QUEUE_TIME, "1m"),
        Written.everywhere(ConversionOptions.CONVERSION_PREVIEW_TIME, "5h"),
        Written.everywhere(ConversionOptions.CONVERSION_PAGE_TIME, "1500ms"),
        Written.everywhere(ConversionOptions.FETCH, "off"),
        Written.everywhere(ConversionOptions.FETCH_TIMEOUT, "1m"),
        Written.everywhere(ConversionOptions.INSPECTION_TIMEOUT, "1m"),
        Written.everywhere(ConversionOptions.DRAWING_TIMEOUT, "1m"),
        Written.everywhere(WebhookOptions.WEBHOOK_TIMEOUT, "1m"),
        Written.everywhere(WebhookOptions.WEBHOOKS, "inboxes"),
        Written.everywhere(OutboundOptions.TRUST, "/ca.pem"),
        new Written(GatewayOptions.FLAT_ERRORS, "true", "1", "true", "true"),
        new Written(GatewayOptions.APPLICATION_ERRORS_AS_200, "true", "true", "true", "true"),
        new Written(PublicationOptions.PRODUCTION_URLS, "true", "1", "'true'", "true"),
        new Written(
            ServerOptions.CORS_ORIGIN,
            "http://a:1,https://*.b.example",
            "http://a:1, https://*.b.example",
            "['http://a:1', 'https://*.b.example']",
            "http://a:1,https://*.b.example"),
        Written.everywhere(ServerOptions.BODY_TIMEOUT, "5s"),
        Written.everywhere(ControlOptions.CONTROL, "off"),
        Written.everywhere(ControlOptions.CONTROL_TOKEN, "c-1"),
        new Written(
            ControlOptions.CONTROL_HOST,
            "a.example,b.example",
            "a.example, b.example",
            "['a.example', 'b.example']",
            "a.example,b.example"),
        Written.everywhere(LogOptions.LOG, "requests"),
        Written.everywhere(LogOptions.LOG_FORMAT, "json"));
  }

  @ParameterizedTest
  @MethodSource("options")
  void an_option_comes_from_a_flag_the_environment_or_the_file(Written written) {
    Option<?> option = written.option;
    assertThat(options(Map.of()).get(option.name()))
        .as("otherwise the test shows nothing")
        .isNotEqualTo(Optional.of(written.value));

    assertThat(options(Map.of(), option.flag() + "=" + written.flag).get(option.name()))
        .contains(written.value);
    for (String variable : option.variables()) {
      assertThat(options(Map.of(variable, written.variable)).get(option.name()))
          .as(variable)
          .contains(written.value);
    }
    for (String key : option.keys()) {
      Path file = file("{" + key + ": " + written.inFile + "}");
      assertThat(options(Map.of(), "--config", file.toString()).get(option.name()))
          .as(key)
          .contains(written.value);
    }
  }

  @Test
  void the_table_above_has_every_option_that_has_a_flag() {
    assertThat(options().map(Written::option).map(Option::name))
        .containsExactlyInAnyOrderElementsOf(
            AllOptions.list().stream()
                .filter(option -> option.type().hasFlag() && option != AllOptions.CONFIG)
                .map(Option::name)
                .toList());
  }

  @Test
  void a_flag_wins_over_the_environment_and_that_over_the_file() {
    Map<String, String> environment = new HashMap<>();
    environment.put("FLIPPINGBOOK_CONFIG", file("{speed: 2, maxWaiting: 2, port: 2}").toString());
    environment.put("FLIPPINGBOOK_SPEED", "3");
    environment.put("FLIPPINGBOOK_MAX_WAITING", "3");
    EmulatorOptions options = options(environment, "--speed", "4");

    assertThat(options.get("speed")).contains("4");
    assertThat(options.get("maxWaiting")).contains("3");
    assertThat(options.get("port")).contains("2");
  }

  @Test
  void the_file_of_the_flag_wins_over_the_file_of_the_environment() {
    Map<String, String> environment = Map.of("FLIPPINGBOOK_CONFIG", "/there/is/no/such/file");
    Path file = file("{speed: 2}");
    assertThat(options(environment, "--config=" + file).get("speed")).contains("2");
  }

  @Test
  void a_switch_can_be_switched_off_again() {
    Map<String, String> environment = Map.of("FLIPPINGBOOK_FLAT_ERRORS", "true");
    assertThat(options(environment, "--flat-errors=false").get("flatErrors")).contains("false");
  }

  @Test
  void an_empty_variable_counts_as_not_set() {
    assertThat(options(Map.of("FLIPPINGBOOK_SPEED", " ")).get("speed")).contains("1");
  }

  @Test
  void origins_can_be_repeated() {
    EmulatorOptions options =
        options(Map.of(), "--cors-origin", "http://a", "--cors-origin", "http://b");
    assertThat(options.get("corsOrigin")).contains("http://a,http://b");
  }

  @Test
  void the_port_is_8080_unless_something_else_is_said() {
    assertThat(options(Map.of()).get("port")).contains("8080");
  }

  @ParameterizedTest
  @CsvSource({
    "30d, 720h",
    "12h, 12h",
    "90m, 90m",
    "10s, 10s",
    "500ms, 0.5s",
    "P30D, 720h",
    "pt0.5s, 0.5s",
    "0s, 0s",
    "36500d, 876000h"
  })
  void durations_are_amounts_with_a_unit_or_iso_8601(String text, String hours) {
    ValueType<Duration> type = PublicationOptions.TRASH_RETENTION.type();
    String retention =
        options(Map.of(), "--trash-retention", text).get("trashRetention").orElseThrow();
    assertThat(type.read("", retention)).isEqualTo(Duration.parse("PT" + hours));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--prot 1           | unknown option '--prot', did you mean '--port'?",
        "--max-wating=1     | unknown option '--max-wating', did you mean '--max-waiting'?",
        "--elsewhere=1      | unknown option '--elsewhere'; see --help",
        "--accounts=1       | there is no flag for accounts: write the key 'accounts' into the file"
            + " of --config",
        "emulator.json5     | unexpected argument 'emulator.json5'; see --help",
        "@flags             | unexpected argument '@flags'; see --help",
        "-port 1            | unknown option '-port', did you mean '--port'?",
        "-                  | unexpected argument '-'; see --help",
        "--port 1 -- x      | unexpected argument '--'; see --help",
        "--help=1           | --help takes no value",
        "--port 1=2         | --port must be a whole number from 0 to 65535, not '1=2'",
        "--speed --port 1   | --speed needs a value: --speed=FACTOR; see --help",
        "--flat-errors --flat-errors=false | --flat-errors may be given only once",
        "--flat-errors yes  | --flat-errors must be true or false, not 'yes'",
        "--port             | --port needs a value: --port=N; see --help",
        "--port 1 --port 2  | --port may be given only once",
        "--port x           | --port must be a whole number from 0 to 65535, not 'x'",
        "--port 65536       | --port must be a whole number from 0 to 65535, not '65536'",
        "--port -1          | --port must be a whole number from 0 to 65535, not '-1'",
        "--port=            | --port must be a whole number from 0 to 65535, not ''",
        "--host a/b         | --host must be a host name or an IP address, not 'a/b'",
        "--host a:80        | --host must be a host name or an IP address, not 'a:80'",
        "--api-key a\u00e4  | --api-key must be letters, digits and signs of ASCII, without spaces,"
            + " not 'a\u00e4'",
        "--speed fast       | --speed must be a number from 0 up, not 'fast'",
        "--speed -0.1       | --speed must be a number from 0 up, not '-0.1'",
        "--speed NaN        | --speed must be a number from 0 up, not 'NaN'",
        "--speed Infinity   | --speed must be a number from 0 up, not 'Infinity'",
        "--speed 1e999      | --speed must be a number from 0 up, not '1e999'",
        "--seed 0.5         | --seed must be a whole number of at most 64 bits, not '0.5'",
        "--max-waiting -1   | --max-waiting must be a whole number from 0 up, not '-1'",
        "--rate-limit no    | --rate-limit must be wait, reject or off, not 'no'",
        "--pace PER_POLL    | --pace must be timed, per-poll, immediate or manual, not 'PER_POLL'",
        "--fetch file       | --fetch must be network, loopback, registered or off, not 'file'",
        "--flat-errors=yes  | --flat-errors must be true or false, not 'yes'",
        "--public-url /api  | --public-url must be an absolute http or https URL, not '/api'",
        "--public-url //a   | --public-url must be an absolute http or https URL, not '//a'",
        "--public-url ftp://a/ | --public-url must be an absolute http or https URL, not"
            + " 'ftp://a/'",
        "--cors-origin a.example | --cors-origin must be origins such as https://app.example.com,"
            + " not 'a.example'",
        "--cors-origin http://a/ | --cors-origin must be origins such as https://app.example.com,"
            + " not 'http://a/'",
        "--https-port https | --https-port must be a whole number from 0 to 65535, not 'https'",
        "--https-host-name a:8443 | --https-host-name must be host names or IP addresses such as"
            + " books.example.com, *.example.com or 10.0.0.7, not 'a:8443'",
        "--https-key=       | --https-key must be the path of a file, not ''",
        "--cors-origin *    | --cors-origin must be origins such as https://app.example.com, not"
            + " '*'",
      })
  void a_bad_flag_is_one_clear_line(String line, String complaint) {
    assertThatExceptionOfType(OptionException.class)
        .isThrownBy(() -> options(Map.of(), line.split(" ")))
        .withMessage(complaint);
  }

  @ParameterizedTest
  @CsvSource({
    "30",
    "30w",
    "-1s",
    "P-1D",
    "36501d",
    "99999999999999999999s",
    "9223372036854775807d"
  })
  void a_bad_duration_is_one_clear_line(String text) {
    assertThatExceptionOfType(OptionException.class)
        .isThrownBy(() -> options(Map.of(), "--trash-retention", text))
        .withMessage(
            "--trash-retention must be a duration of at most 36500d, such as 30d, 12h, 90m, 10s,"
                + " 500ms or P30D, not '%s'",
            text);
  }

  static Stream<Option<?>> optionsWithoutPaths() {
    return AllOptions.list().stream()
        .filter(option -> option.type().hasFlag())
        .filter(option -> !(option.type() instanceof TextTypes.FilePath));
  }

  @ParameterizedTest
  @MethodSource("optionsWithoutPaths")
  void a_bad_variable_is_named(Option<?> option) {
    assertThatExceptionOfType(OptionException.class)
        .isThrownBy(() -> options(Map.of(option.variable(), "b\u00e4d value/\n")))
        .withMessageMatching(option.variable() + " must be .*, not 'b\u00e4d value/'");
  }

  @Test
  void a_switch_alone_is_on() {
    assertThat(options(Map.of(), "--flat-errors", "--production-urls").get("flatErrors"))
        .contains("true");
  }

  @Test
  void a_switch_can_have_its_value_as_the_next_argument() {
    EmulatorOptions options = options(Map.of(), "--flat-errors", "false", "--production-urls");
    assertThat(options.get("flatErrors")).contains("false");
    assertThat(options.get("productionUrls")).contains("true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"quoted\"", "'quoted'", "-x", "a=b", "=", "@key"})
  void a_value_is_taken_as_it_is_written(String key) {
    assertThat(options(Map.of(), "--api-key", key).get("apiKey")).contains(key);
    assertThat(options(Map.of(), "--api-key=" + key).get("apiKey")).contains(key);
  }

  @Test
  void a_value_that_looks_like_a_flag_follows_an_equals_sign() {
    assertThat(options(Map.of(), "--api-key=--speed").get("apiKey")).contains("--speed");
  }

  @Test
  void a_complaint_stays_on_its_line_whatever_was_written() {
    assertThatExceptionOfType(OptionException.class)
        .isThrownBy(() -> options(Map.of(), "--pace=fast\r\n\u001b[31mand red"))
        .withMessageEndingWith("not 'fast [31mand red'");
  }

  private static EmulatorOptions options(Map<String, String> environment, String... flags) {
    return CommandLine.parse(flags).options(Environment.of(environment));
  }

  private Path file(String text) {
    try {
      return Files.writeString(folder.resolve("emulator.json5"), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
