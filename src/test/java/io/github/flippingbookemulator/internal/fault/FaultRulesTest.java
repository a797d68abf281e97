package io.github.flippingbookemulator.internal.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.fault.CallMatcher;
import io.github.flippingbookemulator.fault.Fault;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that can never apply are rejected, with a message that says what to write instead. */
class FaultRulesTest {
  @AutoClose final TestEmulator test = TestEmulator.frozen();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fbonline/publication      | begins with a slash",
        "''                        | begins with a slash",
        "http://127.0.0.1/api/v1/x | begins with a slash",
        "/api/v1                   | Leave '/api/v1' out",
        "/api/v1/auth/me           | Leave '/api/v1' out",
        "/auth/key?accessToken=x   | before the '?'",
        "/**/source                | for one segment write '*'",
        "/fbonline/publi*          | stands for a whole segment",
        "/fbonline/***             | stands for a whole segment",
        "/                         | No call of the API has the path '/'",
        "//                        | No call of the API has the path '//'",
        "/fbonline                 | No call of the API has the path '/fbonline'",
        "/fbonline/publications    | '/fbonline/publication/*/source'",
        "/fbonline/publication/x   | with '*' for an id",
        "/_emulator/health         | No call of the API"
      })
  void a_path_that_no_call_can_have(String path, String sentence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> add(new Fault.CutBefore(), CallMatcher.next().to(path)))
        .withMessageContaining(sentence);
  }

  @Test
  void a_method_that_the_path_does_not_have() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> add(new Fault.CutBefore(), CallMatcher.next().to("PUT", "/auth/key")))
        .withMessage("The path '/auth/key' has only GET, POST, DELETE, not PUT.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"post", "PATCH", "", "*"})
  void a_method_that_no_call_can_have(String method) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CallMatcher.next().to(method, "/auth/key"))
        .withMessageContaining("one of [GET, POST, PUT, DELETE], in capitals");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void fewer_calls_than_one(int times) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CallMatcher.next(times))
        .withMessage(
            "A fault applies to at least one call, not %d; to take it back, remove it.", times);
  }

  @Test
  void an_account_that_cannot_be() {
    assertThatIllegalArgumentException().isThrownBy(() -> CallMatcher.next().by(-1));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 200, 399, 600})
  void a_status_of_no_error(int status) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Fault.ProxyError(status))
        .withMessageContaining("400 to 599");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Fault.Refuse(ErrorCode.INTERNAL_ERROR, status));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT24H0.000000001S"})
  void a_delay_that_is_none_or_longer_than_a_day(Duration time) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Fault.Delay(time))
        .withMessageContaining("at most a day");
  }

  @Test
  void a_quota_for_calls_that_have_none() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> add(new Fault.QuotaHit(), CallMatcher.next().to("GET", "/fbonline/**")))
        .withMessageContaining("POST /fbonline/publication,")
        .withMessageContaining("POST /fbonline/publication/*/trigger");
  }

  @Test
  void a_refused_fault_leaves_nothing_behind() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> add(new Fault.CutBefore(), CallMatcher.every().to("/nothing")));

    assertThat(test.emulator().faults().all()).isEmpty();
    test.api().get("/auth/me").ok();
  }

  private void add(Fault fault, CallMatcher calls) {
    test.emulator().faults().add(fault, calls);
  }
}
