package io.github.flippingbookemulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.source.Fetch;
import io.github.flippingbookemulator.source.Pace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

class CommandLineOptionsTest {
  @TempDir Path folder;

  /** How one setting is written in three places, and what then is in the options. */
  record Written(
      String flag,
      String variable,
      String inFile,
      Function<EmulatorOptions, Object> read,
      Object value) {}

  static Stream<Written> settings() {
    return Stream.of(
        written("--port=81", "PORT=81", "port: 81", EmulatorOptions::port, 81),
        written("--host=[::1]", "HOST=::1", "host: '::1'", EmulatorOptions::host, "::1"),
        written(
            "--public-url=https://a.example/b",
            "PUBLIC_URL=https://a.example/b",
            "publicUrl: 'https://a.example/b'",
            EmulatorOptions::publicUrl,
            Optional.of(URI.create("https://a.example/b"))),
        written(
            "--https-port=0",
            "HTTPS_PORT=0",
            "httpsPort: 0",
            options -> String.valueOf(options.https().port()),
            "0"),
        written(
            "--https-host-name=a.test,10.0.0.7",
            "HTTPS_HOST_NAMES=a.test, 10.0.0.7",
            "httpsHostNames: ['a.test', '10.0.0.7']",
            options -> options.https().hostNames(),
            List.of("a.test", "10.0.0.7")),
        written(
            "--https-certificate=/a.pem",
            "HTTPS_CERTIFICATE=/a.pem",
            "httpsCertificate: '/a.pem'",
            options -> String.valueOf(options.https().certificateFile()),
            "/a.pem"),
        written(
            "--https-key=/a.pem",
            "HTTPS_KEY=/a.pem",
            "httpsKey: '/a.pem'",
            options -> String.valueOf(options.https().keyFile()),
            "/a.pem"),
        written(
            "--api-key=k-1",
            "API_KEY=k-1",
            "apiKey: 'k-1'",
            options -> options.accounts().get(0).apiKeys(),
            List.of("k-1")),
        written(
            "--access-token=t-1",
            "ACCESS_TOKEN=t-1",
            "accessToken: 't-1'",
            options -> options.accounts().get(0).accessToken(),
            "t-1"),
        written("--seed=-7", "SEED=-7", "seed: -7", EmulatorOptions::seed, OptionalLong.of(-7)),
        written("--speed=2.5", "SPEED=2.5", "speed: 2.5", EmulatorOptions::speed, 2.5),
        written(
            "--trash-retention=90m",
            "TRASH_RETENTION=90m",
            "trashRetention: '90m'",
            EmulatorOptions::trashRetention,
            Duration.ofMinutes(90)),
        written(
            "--rate-limit=reject",
            "RATE_LIMIT=reject",
            "rateLimit: 'reject'",
            EmulatorOptions::rateLimit,
            RateLimit.REJECT),
        written(
            "--max-waiting=0", "MAX_WAITING=0", "maxWaiting: 0", EmulatorOptions::maxWaiting, 0),
        written(
            "--pace=per-poll",
            "PACE=per-poll",
            "pace: 'per-poll'",
            EmulatorOptions::pace,
            Pace.PER_POLL),
        written("--fetch=off", "FETCH=off", "fetch: 'off'", EmulatorOptions::fetch, Fetch.OFF),
        written(
            "--flat-errors",
            "FLAT_ERRORS=1",
            "flatErrors: true",
            EmulatorOptions::flatErrors,
            true),
        written(
            "--application-errors-as-200",
            "APPLICATION_ERRORS_AS_200=true",
            "applicationErrorsAs200: true",
            EmulatorOptions::applicationErrorsAs200,
            true),
        written(
            "--production-urls=true",
            "PRODUCTION_URLS=true",
            "productionUrls: 'true'",
            EmulatorOptions::productionUrls,
            true),
        written(
            "--cors-origin=http://a:1,https://*.b.example",
            "CORS_ORIGINS=http://a:1, https://*.b.example",
            "corsOrigins: ['http://a:1', 'https://*.b.example']",
            EmulatorOptions::corsOrigins,
            List.of("http://a:1", "https://*.b.example")),
        written(
            "--control=off",
            "CONTROL=off",
            "control: 'off'",
            options -> options.control().on(),
            false),
        written(
            "--control-token=c-1",
            "CONTROL_TOKEN=c-1",
            "controlToken: 'c-1'",
            options -> String.valueOf(options.control().token()),
            "c-1"),
        written(
            "--control-host=a.example,b.example",
            "CONTROL_HOSTS=a.example, b.example",
            "controlHosts: ['a.example', 'b.example']",
            options -> options.control().hosts(),
            List.of("a.example", "b.example")),
        written(
            "--log=requests",
            "LOG=requests",
            "log: 'requests'",
            EmulatorOptions::log,
            LogLevel.REQUESTS),
        written(
            "--state=s.json",
            "STATE=s.json",
            "state: 's.json'",
            options -> options.state().map(file -> file.path().getFileName().toString()),
            Optional.of("s.json")),
        written(
            "--log-format=json",
            "LOG_FORMAT=json",
            "logFormat: 'json'",
            EmulatorOptions::logFormat,
            LogFormat.JSON));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void a_setting_comes_from_a_flag_the_environment_or_the_file(Written setting) {
    String[] variable = setting.variable.split("=", 2);
    Path file = file("{" + setting.inFile + "}");

    assertThat(setting.read.apply(options(Map.of())))
        .as("otherwise the test shows nothing")
        .isNotEqualTo(setting.value);
    assertThat(setting.read.apply(options(Map.of(), setting.flag))).isEqualTo(setting.value);
    assertThat(setting.read.apply(options(Map.of("FLIPPINGBOOK_" + variable[0], variable[1]))))
        .isEqualTo(setting.value);
    assertThat(setting.read.apply(options(Map.of(), "--config", file.toString())))
        .isEqualTo(setting.value);
  }

  @Test
  void the_table_above_has_every_setting() {
    Set<String> tested =
        settings()
            .map(setting -> setting.variable.replaceFirst("=.*", ""))
            .collect(Collectors.toSet());
    Set<String> all = Stream.of(Option.values()).map(Enum::name).collect(Collectors.toSet());
    all.remove("CONFIG");
    assertThat(tested).isEqualTo(all);
  }

  @Test
  void a_flag_wins_over_the_environment_and_that_over_the_file() {
    Map<String, String> environment = new HashMap<>();
    environment.put("FLIPPINGBOOK_CONFIG", file("{speed: 2, maxWaiting: 2, port: 2}").toString());
    environment.put("FLIPPINGBOOK_SPEED", "3");
    environment.put("FLIPPINGBOOK_MAX_WAITING", "3");
    EmulatorOptions options = options(environment, "--speed", "4");

    assertThat(options.speed()).isEqualTo(4);
    assertThat(options.maxWaiting()).isEqualTo(3);
    assertThat(options.port()).isEqualTo(2);
  }

  @Test
  void the_file_of_the_flag_wins_over_the_file_of_the_environment() {
    Map<String, String> environment = Map.of("FLIPPINGBOOK_CONFIG", "/there/is/no/such/file");
    Path file = file("{speed: 2}");
    assertThat(options(environment, "--config=" + file).speed()).isEqualTo(2);
  }

  @Test
  void a_switch_can_be_switched_off_again() {
    Map<String, String> environment = Map.of("FLIPPINGBOOK_FLAT_ERRORS", "true");
    assertThat(options(environment, "--flat-errors=false").flatErrors()).isFalse();
  }

  @Test
  void an_empty_variable_counts_as_not_set() {
    assertThat(options(Map.of("FLIPPINGBOOK_SPEED", " ")).speed()).isEqualTo(1);
  }

  @Test
  void origins_can_be_repeated() {
    EmulatorOptions options =
        options(Map.of(), "--cors-origin", "http://a", "--cors-origin", "http://b");
    assertThat(options.corsOrigins()).containsExactly("http://a", "http://b");
  }

  @Test
  void the_port_is_8080_unless_something_else_is_said() {
    assertThat(options(Map.of()).port()).isEqualTo(8080);
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
    assertThat(options(Map.of(), "--trash-retention", text).trashRetention())
        .isEqualTo(Duration.parse("PT" + hours));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--prot 1           | unknown option '--prot', did you mean '--port'?",
        "--max-wating=1     | unknown option '--max-wating', did you mean '--max-waiting'?",
        "--elsewhere=1      | unknown option '--elsewhere'; see --help",
        "emulator.json5     | unexpected argument 'emulator.json5'; see --help",
        "@flags             | unexpected argument '@flags'; see --help",
        "--port             | Missing required parameter for option '--port' (N); see --help",
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
        "--fetch file       | --fetch must be network, registered or off, not 'file'",
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
    assertThatExceptionOfType(StartFailure.class)
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
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> options(Map.of(), "--trash-retention", text))
        .withMessage(
            "--trash-retention must be a duration of at most 36500d, such as 30d, 12h, 90m, 10s,"
                + " 500ms or P30D, not '%s'",
            text);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"CONFIG", "HTTPS_CERTIFICATE", "HTTPS_KEY", "STATE"})
  void a_bad_variable_is_named(Option setting) {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> options(Map.of(setting.variable(), "b\u00e4d value/\n")))
        .withMessageMatching(setting.variable() + " must be .*, not 'b\u00e4d value/'");
  }

  @Test
  void a_complaint_stays_on_its_line_whatever_was_written() {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> options(Map.of(), "--pace=fast\r\n\u001b[31mand red"))
        .withMessageEndingWith("not 'fast [31mand red'");
  }

  private static Written written(
      String flag,
      String variable,
      String inFile,
      Function<EmulatorOptions, Object> read,
      Object value) {
    return new Written(flag, variable, inFile, read, value);
  }

  private static EmulatorOptions options(Map<String, String> environment, String... flags) {
    return CommandLineOptions.parse(flags).options(environment);
  }

  private Path file(String text) {
    try {
      return Files.writeString(folder.resolve("emulator.json5"), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
