package io.github.flippingbookemulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.testkit.ApiClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The extension in a field. */
@Timeout(120)
class FlippingBookExtensionTest {
  private static URI seen;
  private static String keySeen;
  private static int tests;

  @BeforeEach
  void forgetWhatWasSeen() {
    tests = 0;
  }

  /** Uses the field before JUnit calls its extension, as a framework does. */
  static class StartsApplication implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
      seen = Early.FLIPPING_BOOK.apiUrl();
      keySeen = Early.FLIPPING_BOOK.apiKey();
    }
  }

  @ExtendWith(StartsApplication.class)
  static class Early {
    @Order(1)
    @RegisterExtension
    static final FlippingBookExtension FLIPPING_BOOK =
        FlippingBookExtension.builder().failOn(Leak.UNKNOWN_ENDPOINTS).build();

    @RepeatedTest(3)
    void an_application_that_started_earlier_calls_the_emulator_of_the_test(Emulator emulator) {
      assertThat(emulator).isSameAs(FLIPPING_BOOK.emulator());
      assertThat(emulator.apiUrl()).isEqualTo(seen);
      assertThat(emulator.clock().speed()).isEqualTo(100);
      assertThat(new ApiClient(seen, keySeen).publications()).isZero();
      new ApiClient(seen, keySeen).create();
      emulator.clock().speed(3);
    }

    @Nested
    class Inside {
      @Test
      void too(@ApiUrl URI apiUrl) {
        assertThat(apiUrl).isEqualTo(seen);
        assertThat(new ApiClient(seen, keySeen).publications()).isZero();
      }
    }

    @AfterAll
    static void stillThere() {
      assertThat(new ApiClient(seen, keySeen).get("/auth/me")).isEqualTo(200);
    }
  }

  @Test
  void its_address_is_known_before_and_stays_while_each_test_finds_it_clean() {
    Run.of(Early.class).allPass(4);
  }

  @Test
  void it_stops_with_the_class_and_starts_anew_with_the_next_run() throws IOException {
    Run.of(Early.class).allPass(4);
    URI before = seen;
    new ServerSocket(before.getPort(), 1, InetAddress.getLoopbackAddress()).close();

    Run.of(Early.class).allPass(4);

    assertThat(new int[] {seen.getPort(), before.getPort()}).doesNotContain(-1);
    new ServerSocket(seen.getPort(), 1, InetAddress.getLoopbackAddress()).close();
  }

  static class Kept {
    @RegisterExtension
    static final FlippingBookExtension FLIPPING_BOOK =
        FlippingBookExtension.builder()
            .scope(Scope.CLASS)
            .options(
                EmulatorOptions.defaults()
                    .speed(0)
                    .rateLimit(RateLimit.OFF)
                    .apiKey(EmulatorOptions.DEFAULT_API_KEY))
            .build();

    @RepeatedTest(3)
    void nothing_is_reset(@ApiKey String key) {
      assertThat(key).isEqualTo("emulator-key");
      ApiClient calls = new ApiClient(FLIPPING_BOOK.apiUrl(), FLIPPING_BOOK.apiKey());
      assertThat(calls.publications()).isEqualTo(tests++);
      calls.create();
    }
  }

  @Test
  void scope_and_options_are_a_matter_of_choice() {
    Run.of(Kept.class).allPass(3);
  }

  abstract static class Base {
    @RegisterExtension
    static final FlippingBookExtension FLIPPING_BOOK =
        FlippingBookExtension.builder().scope(Scope.SUITE).build();

    @Test
    void the_same_for_all() {
      assertThat(new ApiClient(FLIPPING_BOOK.apiUrl(), FLIPPING_BOOK.apiKey()).publications())
          .isEqualTo(tests++);
      new ApiClient(FLIPPING_BOOK.emulator()).create();
    }
  }

  static class First extends Base {}

  static class Second extends Base {}

  @Test
  void in_a_base_class_it_can_serve_all_classes() {
    Run.of(First.class, Second.class).allPass(2);
  }

  static class InInstance {
    @RegisterExtension final FlippingBookExtension flippingBook = FlippingBookExtension.create();

    @RepeatedTest(10)
    void a_field_of_the_instance_is_a_field_of_the_test(Emulator emulator) {
      assertThat(emulator).isSameAs(flippingBook.emulator());
      ApiClient calls = new ApiClient(emulator);
      assertThat(calls.publications()).isZero();
      calls.create();
    }
  }

  @Test
  void a_field_that_is_not_static_goes_with_tests_at_the_same_time() {
    Run.of(InInstance.class).allPass(10);
    Run.parallel(InInstance.class).allPass(10);
  }
}
