package io.github.flippingbookemulator.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.account.Folder;
import io.github.flippingbookemulator.account.Plan;
import io.github.flippingbookemulator.internal.account.AccountsOptions;
import io.github.flippingbookemulator.internal.http.ServerOptions;
import io.github.flippingbookemulator.internal.option.OptionException;
import io.github.flippingbookemulator.internal.option.OptionValues;
import io.github.flippingbookemulator.internal.source.ConversionOptions;
import io.github.flippingbookemulator.internal.source.RegisteredFiles;
import io.github.flippingbookemulator.source.ConversionTimes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReaderTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name_the_file() {
    file = folder.resolve("emulator.json5");
  }

  @Test
  void accounts_have_everything_that_an_account_can_start_with() throws IOException {
    OptionValues options =
        read(
            """
            {accounts: [
              {email: 'ann@example.com', accessToken: 'token', apiKeys: ['key-1', 'key-2'],
               plan: {maxPublications: 1, maxTrackedLinks: 2, maxTriggers: 3, customDomainsEnabled: false},
               domains: ['books.example.com'], folders: [{id: '7', name: 'Seven'}, {id: 8, name: 'Eight'}]},
              {plan: {maxTriggers: 0}},
            ]}
            """);
    assertThat(AccountsOptions.of(options))
        .containsExactly(
            new AccountOptions(
                "ann@example.com",
                "token",
                List.of("key-1", "key-2"),
                new Plan(1, 2, 3, false),
                List.of("books.example.com"),
                List.of(new Folder("7", "Seven"), new Folder("8", "Eight"))),
            new AccountOptions(
                null,
                null,
                List.of(),
                new Plan(Integer.MAX_VALUE, Integer.MAX_VALUE, 0, true),
                List.of(),
                List.of()));
  }

  @Test
  void the_first_account_has_the_default_key_and_token_unless_it_names_others() throws IOException {
    AccountOptions first =
        AccountsOptions.of(read("{accounts: [{email: 'a@example.com'}]}")).get(0);
    assertThat(first.apiKeys()).containsExactly("emulator-key");
    assertThat(first.accessToken()).isEqualTo("emulator-token");
  }

  @Test
  void the_settings_for_key_and_token_are_about_the_first_account() throws IOException {
    OptionValues options =
        read(
            """
            {apiKey: 'new-key', accessToken: 'new-token',
             accounts: [{apiKeys: ['a', 'b']}, {apiKeys: ['c'], accessToken: 'd'}]}
            """);
    assertThat(AccountsOptions.of(options).get(0).apiKeys()).containsExactly("new-key");
    assertThat(AccountsOptions.of(options).get(0).accessToken()).isEqualTo("new-token");
    assertThat(AccountsOptions.of(options).get(1).apiKeys()).containsExactly("c");
    assertThat(AccountsOptions.of(options).get(1).accessToken()).isEqualTo("d");
  }

  @Test
  void files_are_found_from_the_folder_of_the_configuration() throws IOException {
    Path pdf = Files.createDirectories(folder.resolve("samples")).resolve("a.pdf");
    Files.createFile(pdf);
    assertThat(
            read("{files: {'https://a.example/1.pdf': './samples/a.pdf'}}")
                .get(RegisteredFiles.FILES))
        .isEqualTo(Map.of("https://a.example/1.pdf", pdf));
  }

  @Test
  void a_list_can_be_named_in_the_singular_and_in_the_plural() throws IOException {
    assertThat(read("{corsOrigin: ['http://a']}").get(ServerOptions.CORS_ORIGIN))
        .isEqualTo(read("{corsOrigins: 'http://a'}").get(ServerOptions.CORS_ORIGIN))
        .containsExactly("http://a");
  }

  @Test
  void what_the_file_leaves_out_stays_as_it_was() throws IOException {
    OptionValues options = read("{conversionTimes: {preview: '5s'}, fetchTimeout: 'PT1M'}");
    assertThat(ConversionOptions.of(options).times())
        .isEqualTo(
            new ConversionTimes(
                Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofMillis(50)));
    assertThat(options.get(ConversionOptions.FETCH_TIMEOUT)).isEqualTo(Duration.ofMinutes(1));
    assertThat(ConversionOptions.of(read("")))
        .isEqualTo(ConversionOptions.of(OptionValues.DEFAULTS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "speed: 'fast'        | speed must be a number from 0 up, not 'fast'",
        "speed: -1            | speed must be a number from 0 up, not '-1'",
        "speed: Infinity      | speed must be a number from 0 up, not 'Infinity'",
        "speed: null          | speed must be a number from 0 up, not null",
        "speed: [1]           | speed must be a number from 0 up, not a list",
        "speed: true          | speed must be a number from 0 up, not 'true'",
        "sped: 1              | unknown key 'sped', did you mean 'speed'?",
        "'max-waiting': 1       | unknown key 'max-waiting', did you mean 'maxWaiting'?",
        "corsOrigns: 'http://a' | unknown key 'corsOrigns', did you mean 'corsOrigins'?",
        "config: 'other'      | unknown key 'config'",
        "port: 80.5           | port must be a whole number from 0 to 65535, not '80.5'",
        "host: 127            | host must be a host name or an IP address, not 127",
        "apiKey: 12345        | apiKey must be letters, digits and signs of ASCII, without spaces,"
            + " not 12345",
        "flatErrors: 'yes'    | flatErrors must be true or false, not 'yes'",
        "pace: {}             | pace must be timed, per-poll, immediate or manual, not an object",
        "corsOrigins: ['http://a', 3] | corsOrigins[1] must be text that is not empty, not 3",
        "corsOrigins: []      | corsOrigins must be origins such as https://app.example.com, not"
            + " ''",
        "accounts: {}         | accounts must be a list, not an object",
        "accounts: []         | accounts must have at least one account",
        "accounts: [1]        | accounts[0] must be an object, not 1",
        "accounts: [{mail: 'a@b'}] | unknown key 'mail', did you mean 'email'?",
        "accounts: [{email: ''}] | accounts[0].email must be text that is not empty, not ''",
        "accounts: [{apiKeys: 'k'}] | accounts[0].apiKeys must be a list, not text",
        "accounts: [{apiKeys: ['k', 'k']}] | accounts[0].apiKeys[1] must differ from the ones"
            + " before, but 'k' does not",
        "accounts: [{accessToken: 't'}, {accessToken: 't'}] | accounts[1].accessToken must differ"
            + " from the ones before, but 't' does not",
        "accounts: [{plan: {maxTriggers: -1}}] | accounts[0].plan.maxTriggers must be a whole"
            + " number from 0 up, not '-1'",
        "accounts: [{plan: {maxTrigger: 1}}] | unknown key 'maxTrigger', did you mean"
            + " 'maxTriggers'?",
        "accounts: [{folders: [{id: 1}]}] | accounts[0].folders[0] needs the key 'name'",
        "accounts: [{folders: [{id: 1.5, name: 'a'}]}] | accounts[0].folders[0].id must be text"
            + " that is not empty, or a whole number, not 1.5",
        "accounts: [{folders: [{id: '1', name: 'a'}, {id: 1, name: 'b'}]}] |"
            + " accounts[0].folders[1].id must differ from the ones before, but '1' does not",
        "accounts: [{apiKeys: ['1','2','3','4','5','6','7','8','9','10','11']}] | an account has at"
            + " most 10 API keys, not 11",
        "files: ['a.pdf']     | files must be an object, not a list",
        "files: {'a.pdf': 'a.pdf'} | files must be named by http or https URLs, not 'a.pdf'",
        "conversionTimes: {perpage: '1s'} | unknown key 'perpage', did you mean 'perPage'?",
        "conversionTimes: {queue: 1} | conversionTimes.queue must be a duration of at most 36500d,"
            + " such as 30d, 12h, 90m, 10s, 500ms or P30D, not 1",
        "corsOrigins: 'http://a', corsOrigin: 'http://b' | corsOrigin and corsOrigins are one"
            + " option: write one of them",
        "conversionQueueTime: '1s', conversionTimes: {queue: '2s'} | conversionQueueTime and"
            + " conversionTimes.queue are one option: write one of them",
        "fetchTimeout: '0s'   | fetchTimeout must be a duration above zero and of at most 36500d,"
            + " such as 1m, 10s, 500ms or PT10S, not '0s'",
      })
  void a_bad_key_or_value_is_one_line_with_file_and_line(String content, String complaint) {
    assertThatExceptionOfType(OptionException.class)
        .isThrownBy(() -> read("{\n  // A comment.\n  seed: 1,\n  " + content + "\n}"))
        .withMessage(file + ", line 4: " + complaint);
  }

  @Test
  void a_registered_file_that_does_not_exist_is_refused_with_its_line() {
    assertThatExceptionOfType(OptionException.class)
        .isThrownBy(() -> read("{files: {\n'https://a.example/1.pdf':\n'none.pdf'}}"))
        .withMessage(file + ", line 2: there is no readable file " + folder.resolve("none.pdf"));
  }

  @Test
  void a_registered_folder_is_refused() {
    assertThatExceptionOfType(OptionException.class)
        .isThrownBy(() -> read("{files: {'https://a.example/1.pdf': '.'}}"))
        .withMessage(file + ", line 1: there is no readable file " + folder);
  }

  @Test
  void a_list_instead_of_settings_is_refused() {
    assertThatExceptionOfType(OptionException.class)
        .isThrownBy(() -> read("[]"))
        .withMessage(file + ", line 1: a configuration must be an object, not a list");
  }

  @Test
  void a_file_that_is_not_json5_is_refused_with_its_line() {
    assertThatExceptionOfType(OptionException.class)
        .isThrownBy(() -> read("{\n speed: 1,\n pace 'timed'\n}"))
        .withMessageStartingWith(file + ", line 3: ");
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    assertThatExceptionOfType(OptionException.class)
        .isThrownBy(() -> ConfigReader.read(OptionValues.DEFAULTS, file))
        .withMessage("cannot read the configuration file " + file + ": there is no such file");
  }

  @Test
  void a_file_that_is_not_utf_8_is_refused() throws IOException {
    Files.write(file, "{host: 'b\u00fccher'}".getBytes(StandardCharsets.ISO_8859_1));
    assertThatExceptionOfType(OptionException.class)
        .isThrownBy(() -> ConfigReader.read(OptionValues.DEFAULTS, file))
        .withMessage("cannot read the configuration file " + file + ": it is not UTF-8 text");
  }

  private OptionValues read(String text) throws IOException {
    return ConfigReader.read(OptionValues.DEFAULTS, Files.writeString(file, text));
  }
}
