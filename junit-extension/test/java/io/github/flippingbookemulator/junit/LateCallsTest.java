package io.github.flippingbookemulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.journal.JournalEntry.Request;
import io.github.flippingbookemulator.testkit.ApiClient;
import io.github.flippingbookemulator.trigger.InboxControl;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** A thread that a finished test has left behind cannot affect the next test unnoticed. */
@Timeout(120)
class LateCallsTest {
  @FlippingBookEmulator
  @TestMethodOrder(MethodOrderer.MethodName.class)
  static class TwoTests {
    static Emulator emulatorOfFirst;
    static Emulator emulatorOfSecond;
    static ApiClient callsOfFirst;
    static ApiClient callsOfSecond;
    static URI addressOfFirst;

    @Test
    void a_first(Emulator emulator) {
      emulatorOfFirst = emulator;
      callsOfFirst = new ApiClient(emulator);
      addressOfFirst = emulator.uri();
    }

    @AfterAll
    static void endsAtOnce() {
      assertThatIllegalStateException()
          .isThrownBy(() -> emulatorOfSecond.clock().advance(Duration.ofDays(1)));
      assertThat(callsOfSecond.get("/fbonline/publication")).isEqualTo(403);
    }

    @Test
    void b_second(Emulator emulator) {
      emulatorOfSecond = emulator;
      callsOfSecond = new ApiClient(emulator);
      assertThat(emulator.uri()).isEqualTo(addressOfFirst);

      assertThat(callsOfFirst.get("/fbonline/publication")).isEqualTo(403);
      assertThat(emulator.journal().requests())
          .extracting(Request::code)
          .containsExactly("InvalidApiKey");
      assertThat(callsOfFirst.get("/auth/key?accessToken=emulator-token")).isEqualTo(403);

      emulatorOfFirst.conversions().failNext("too late");
      emulatorOfFirst.files().register("http://a.example/b.pdf", new byte[0]);
      assertThatIllegalStateException()
          .isThrownBy(() -> emulatorOfFirst.clock().advance(Duration.ofDays(1)));
      assertThatIllegalStateException().isThrownBy(emulatorOfFirst::reset);
      emulatorOfFirst.close();

      ApiClient calls = new ApiClient(emulator);
      calls.publish();
      emulator.conversions().finishAll();
      assertThat(emulator.publications().all()).hasSize(1);
      assertThat(emulator.publications().all().get(0).isTrashed()).isFalse();
    }
  }

  @Test
  void calls_are_refused_and_noted_and_the_emulator_of_the_test_before_does_nothing() {
    Run.of(TwoTests.class).allPass(2);
  }

  @FlippingBookEmulator
  @TestMethodOrder(MethodOrderer.MethodName.class)
  static class AfterAFailure {
    static ApiClient callsOfFirst;

    @Test
    void a_fails(Emulator emulator) {
      callsOfFirst = new ApiClient(emulator);
      throw new IllegalStateException("on purpose");
    }

    @Test
    void b_second(Emulator emulator) {
      assertThatThrownBy(() -> callsOfFirst.get("/auth/me"))
          .isInstanceOf(UncheckedIOException.class);
      assertThat(emulator.journal().entries()).isEmpty();
    }
  }

  @Test
  void the_server_of_a_test_that_failed_is_gone() {
    Run run = Run.of(AfterAFailure.class);

    assertThat(run.failure()).hasMessage("on purpose");
    assertThat(run.testsPassed()).isEqualTo(1);
  }

  @FlippingBookEmulator
  static class Deliveries {
    @RepeatedTest(100)
    void under_way_at_the_end(Emulator emulator, InboxControl inbox) {
      ApiClient calls = new ApiClient(emulator);
      assertThat(inbox.messages()).isEmpty();
      calls.trigger(inbox.url(), "", "deleted");
      calls.delete(calls.create());
    }
  }

  @Test
  void a_delivery_under_way_stays_in_its_test() {
    Run.of(Deliveries.class).allPass(100);
  }
}
