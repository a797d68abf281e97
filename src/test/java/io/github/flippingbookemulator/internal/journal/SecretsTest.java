package io.github.flippingbookemulator.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is masked in text. */
class SecretsTest {
  private final Secrets secrets = new Secrets();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sent Authorization: Bearer abc-1      | sent Authorization: Bearer ***",
        "{\"accessToken\": \"abc\", \"a\": 1}  | {\"accessToken\": \"***\", \"a\": 1}",
        "{apiKey: 'a b'}                       | {apiKey: '***'}",
        "{\"apiKey\": \"a\\\"b\", c: 1}        | {\"apiKey\": \"***\", c: 1}",
        "{\"keys\": [\"a\", \"b\"], c: 1}      | {\"keys\": [\"***\"], c: 1}",
        "\"{\\\"key\\\":\\\"abc\\\",\\\"c\\\":1}\" | \"{\\\"key\\\":\\\"***\\\",\\\"c\\\":1}\"",
        "{'access\\u0054oken': 'abc'}          | {'access\\u0054oken': '***'}",
        "GET /x?access_token=abc&b=1           | GET /x?access_token=***&b=1",
        "GET /x?access%54oken=a%26b&b=1        | GET /x?access%54oken=***&b=1",
        "the password=abc, and                 | the password=***, and",
        "http://me:abc@a.example/hook          | http://me:***@a.example/hook",
        "https://token@a.example/a@b           | https://***@a.example/a@b",
        "{key: 'abc                            | {key: '***",
        "monkey: banana                        | monkey: banana",
        "{\"uniqueKey\": \"email_0\"}          | {\"uniqueKey\": \"email_0\"}",
        "Bearers of news                       | Bearers of news",
        "100% of \\u00zz \\                     | 100% of \\u00zz \\"
      })
  void what_has_the_name_of_a_secret(String text, String masked) {
    assertThat(secrets.mask(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /a-key/+1/b",
        "GET /x?name=a%2Dkey%2F%2b1",
        "{'name': 'a-\\u006bey\\/+1'}",
        "xa-key/+1x",
        "a-key/+1a-key/+1",
        "cut off: a-key/"
      })
  void a_known_secret_wherever_it_stands(String text) {
    secrets.add("a-key/+1");
    assertThat(secrets.maskKnown(text)).contains("***").doesNotContain("key");
  }

  @Test
  void of_secrets_with_one_beginning_the_longest() {
    secrets.add("secret-1");
    secrets.add("secret-12");
    secrets.add("secret");
    assertThat(secrets.mask("secret-12 secret-1 secret secre")).isEqualTo("*** *** *** secre");
  }

  @Test
  void the_callers_own_even_if_nobody_knows_it_but_not_a_short_one() {
    assertThat(secrets.mask("a guess-1 a", "guess-1")).isEqualTo("a *** a");
    assertThat(secrets.mask("banana", "a")).isEqualTo("banana");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Authorization | Bearer abc           | Bearer ***",
        "authorization | abc                  | ***",
        "X-Api-Key     | abc                  | ***",
        "Cookie        | session=abc; b=c     | session=***; b=***",
        "Referer       | http://a/?apiKey=abc | http://a/?apiKey=***",
        "Accept        | text/html            | text/html"
      })
  void headers(String name, String value, String masked) {
    assertThat(secrets.maskHeader(name, value, "")).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a.", "key: '", "token", "%41", "\\\\", "://", "key=[", "\\u0041"})
  @Timeout(10)
  void a_long_text_takes_no_time(String part) {
    for (int i = 0; i < 10_000; i++) {
      secrets.add("secret-" + i);
    }
    String text = part.repeat(100_000 / part.length());
    assertThat(secrets.mask(text)).isNotNull();
  }
}
