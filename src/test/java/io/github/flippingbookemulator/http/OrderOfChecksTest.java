package io.github.flippingbookemulator.http;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.account.Plan;
import io.github.flippingbookemulator.testkit.Api;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that break several rules at once, and which rule is reported. */
class OrderOfChecksTest {
  private static final String TOO_LARGE = " ".repeat(1_048_577);
  private static final String LIST = "/fbonline/publication";
  private static final String NOBODYS = LIST + "/" + "0".repeat(32);

  @AutoClose
  private final Emulator emulator =
      Emulator.start(EmulatorOptions.defaults().speed(0).rateLimit(RateLimit.REJECT));

  /**
   * The account is "full": it may have no publication, and one of its two keys has used up its
   * calls. "large", "broken" and "wrong" are bodies that are over 1 MB, not JSON, and JSON whose
   * values have the wrong type.
   */
  @ParameterizedTest
  @CsvSource({
    // path, header, body, response
    "/nothing, none, large, 404 NotFound",
    "/nothing, Basic x, large, 404 NotFound",
    "/nothing, Bearer used-up, broken, 404 NotFound",
    "/fbonline/publication/UPPER, none, broken, 404 NotFound",
    "list, none, large, 401 NoAuthorizationHeader",
    "nobodys, none, broken, 401 NoAuthorizationHeader",
    "list, Basic used-up, large, 401 BadAuthorizationType",
    "nobodys, Bearer unknown, large, 403 InvalidApiKey",
    "list, Bearer, broken, 403 InvalidApiKey",
    "list, Bearer used-up, large, 429 RateLimitExceeded",
    "nobodys, Bearer used-up, broken, 429 RateLimitExceeded",
    "nobodys, Bearer used-up, wrong, 429 RateLimitExceeded",
    "list, Bearer fresh, large, 413 RequestTooLarge",
    "nobodys, Bearer fresh, large, 413 RequestTooLarge",
    "nobodys, Bearer fresh, broken, 400 InvalidData",
    "list, Bearer fresh, broken, 400 InvalidData",
    "nobodys, Bearer fresh, wrong, 404 ObjectNotFound",
    "nobodys, Bearer fresh, array, 404 ObjectNotFound",
    "list, Bearer fresh, wrong, 500 InternalError",
    "list, Bearer fresh, array, 500 InternalError",
    "list, Bearer fresh, right, 403 PublicationLimitExceeded"
  })
  void the_first_check_that_fails_is_answered(
      String path, String header, String body, String expected) {
    AccountOptions options =
        new AccountOptions(
            null,
            null,
            List.of("fresh", "used-up"),
            new Plan(0, 0, 0, false),
            List.of(),
            List.of());
    AccountControl full = emulator.accounts().open(options);
    Api api = new Api(emulator.uri(), full.apiKeys().get(1));
    for (int i = 0; i < 10; i++) {
      api.get("/auth/me").ok();
    }

    var request =
        api.rawRequest(
                "/api/v1"
                    + switch (path) {
                      case "list" -> LIST;
                      case "nobodys" -> NOBODYS;
                      default -> path;
                    })
            .POST(
                BodyPublishers.ofString(
                    switch (body) {
                      case "large" -> TOO_LARGE;
                      case "broken" -> "{{{";
                      case "wrong" -> "{name: [], folder: [5]}";
                      case "array" -> "[]";
                      default -> "{name: 'x'}";
                    }));
    if (!header.equals("none")) {
      request.header("Authorization", header);
    }
    String[] statusAndCode = expected.split(" ");
    api.send(request).refused(Integer.parseInt(statusAndCode[0]), statusAndCode[1]);
  }
}
