package io.github.flippingbookemulator.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizerTest {
  private final Normalizer normalizer = new Normalizer(URI.create("http://127.0.0.1:8080"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "76ae48cf12604e7ea95e82611b686398 | <id of 32 hex digits>",
        "76ae48cf-1260-4e7e-a95e-82611b686398 | <dashed id>",
        "2024-06-03T21:01:17.766032Z | <time with 6 digits of a second>Z",
        "2024-06-03T21:01:17+00:00 | <time>+00:00",
        "http://127.0.0.1:8080/view/221028205/ | <address>/view/<9 digits>/",
        "https://online.flippingbook.com/view/221028205/ | <address>/view/<9 digits>/",
        "404 | 404",
        "HasContent, Published | HasContent, Published"
      })
  void what_differs_by_its_nature_shows_its_form_only(String text, String normal) {
    assertThat(normalizer.normal(text)).isEqualTo('"' + normal + '"');
  }
}
