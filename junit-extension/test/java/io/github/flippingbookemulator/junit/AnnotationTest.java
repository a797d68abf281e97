package io.github.flippingbookemulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.testkit.ApiClient;
import io.github.flippingbookemulator.trigger.InboxControl;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The annotation as users write it. */
@FlippingBookEmulator
class AnnotationTest {
  private final Emulator ofConstructor;
  @Emulated Emulator ofField;
  @ApiKey private String key;
  @ApiUrl URI url;

  @InboxName("own")
  InboxControl inbox;

  private Emulator ofBeforeEach;

  @Retention(RetentionPolicy.RUNTIME)
  @FlippingBookEmulator(speed = 0, pace = Pace.IMMEDIATE)
  @interface StandingStill {}

  AnnotationTest(Emulator flippingBook) {
    ofConstructor = flippingBook;
  }

  @BeforeEach
  void before(Emulator flippingBook) {
    ofBeforeEach = flippingBook;
    assertThat(flippingBook).isSameAs(ofField);
  }

  @AfterEach
  void after(Emulator flippingBook) {
    assertThat(flippingBook).isSameAs(ofField);
  }

  @Test
  void a_test_has_one_emulator_whoever_asks(Emulator flippingBook, EmulatorControl control) {
    assertThat(flippingBook)
        .isSameAs(control)
        .isSameAs(ofConstructor)
        .isSameAs(ofField)
        .isSameAs(ofBeforeEach);
  }

  @Test
  void it_can_ask_for_all_of_it(
      Emulator flippingBook,
      AccountControl account,
      AccountControl same,
      InboxControl standard,
      @InboxName("other") InboxControl other,
      @ApiUrl URI apiUrl,
      @ApiUrl String asText,
      @ApiKey String apiKey) {
    assertThat(account).isSameAs(same).isSameAs(flippingBook.accounts().defaultAccount());
    assertThat(standard.url().getPath()).isEqualTo("/_emulator/inbox/test");
    assertThat(other.url().getPath()).isEqualTo("/_emulator/inbox/other");
    assertThat(inbox).isSameAs(flippingBook.inbox("own"));
    assertThat(apiUrl).isEqualTo(flippingBook.apiUrl()).isEqualTo(url).hasToString(asText);
    assertThat(apiKey).isEqualTo(flippingBook.apiKey()).isEqualTo(key);
    assertThat(new ApiClient(apiUrl, apiKey).get("/auth/me")).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "b"})
  void arguments_stay_what_they_are(String argument, Emulator flippingBook) {
    assertThat(argument).matches("[ab]");
    assertThat(new ApiClient(flippingBook).publications()).isZero();
    new ApiClient(flippingBook).create();
  }

  @Test
  void the_clock_runs_a_hundred_times_faster() {
    assertThat(ofField.clock().speed()).isEqualTo(100);
  }

  @Test
  @StandingStill
  void an_annotation_of_the_method_comes_before_that_of_the_class(Emulator flippingBook) {
    assertThat(flippingBook.clock().speed()).isZero();
    assertThat(flippingBook.conversions().pace()).isEqualTo(Pace.IMMEDIATE);
  }

  @Nested
  class Inside {
    @Test
    void classes_inside_have_it_too(Emulator flippingBook) {
      assertThat(flippingBook).isSameAs(ofConstructor).isSameAs(ofField);
    }

    @Nested
    @FlippingBookEmulator(speed = 0, rateLimit = RateLimit.REJECT)
    class WithAnother {
      @Test
      void the_nearest_annotation_counts(Emulator flippingBook) {
        ApiClient calls = new ApiClient(flippingBook);
        for (int i = 0; i < 10; i++) {
          calls.get("/auth/me");
        }

        assertThat(calls.get("/auth/me")).isEqualTo(429);
        assertThat(ofField).isSameAs(flippingBook);
      }
    }
  }
}
