package io.github.flippingbookemulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.fault.CallMatcher;
import io.github.flippingbookemulator.fault.Fault;
import io.github.flippingbookemulator.fault.FaultRule;
import io.github.flippingbookemulator.fault.FaultsControl;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which calls a fault applies to, and to how many of them. */
@Timeout(60)
class FaultScopeTest {
  private static final String LIST = "/fbonline/publication";
  private static final String ID = "76ae48cf12604e7ea95e82611b686398";
  private static final String DASHED = "76ae48cf-1260-4e7e-a95e-82611b686398";
  private static final Fault FAULT = new Fault.Refuse(ErrorCode.RATE_LIMIT_EXCEEDED);

  @AutoClose
  final TestEmulator test = TestEmulator.frozen(options -> options.rateLimit(RateLimit.REJECT));

  private FaultsControl faults;
  private Api api;

  @BeforeEach
  void shorten() {
    faults = test.emulator().faults();
    api = test.api();
  }

  @ParameterizedTest
  @CsvSource({
    // pattern, called path, whether the fault applies
    "/**, /auth/me, true",
    "/fbonline/publication, /fbonline/publication, true",
    "/fbonline/publication/, /fbonline/publication, true",
    "/fbonline/publication, /fbonline/publication/, true",
    "/fbonline/publication, /fbonline/publication?count=1, true",
    "/fbonline/publication, /fbonline/publication/ID, false",
    "/fbonline/publication, /fbonline/folders, false",
    "/fbonline/publication/*, /fbonline/publication, false",
    "/fbonline/publication/*, /fbonline/publication/ID, true",
    "/fbonline/publication/*, /fbonline/publication/ID/source, false",
    "/fbonline/publication/ID, /fbonline/publication/ID, true",
    "/fbonline/publication/ID, /fbonline/publication/DASHED, true",
    "/fbonline/publication/DASHED, /fbonline/publication/ID, true",
    "/fbonline/publication/DASHED, /fbonline/publication/DASHED, true",
    "/fbonline/publication/ID, /fbonline/publication/00000000000000000000000000000000, false",
    "/fbonline/publication/**, /fbonline/publication, true",
    "/fbonline/publication/**, /fbonline/publication/ID/source, true",
    "/fbonline/publication/*/**, /fbonline/publication, false",
    "/fbonline/publication/*/source/**, /fbonline/publication/ID/source, true",
    "/*/publication/*/source, /fbonline/publication/ID/source, true",
    "/fbonline/custom-domains, /fbonline/custom-domains, true",
    "/fbonline/**, /auth/me, false"
  })
  void a_path_has_stars_for_what_may_vary(String pattern, String path, boolean expected) {
    faults.add(FAULT, CallMatcher.next().to(withIds(pattern)));

    assertThat(hasFault(api.get(withIds(path)))).isEqualTo(expected);
  }

  @Test
  void another_method_on_the_same_path_gets_no_fault() {
    faults.add(FAULT, CallMatcher.every().to("POST", LIST));

    api.get(LIST).ok();
    assertThat(hasFault(api.post(LIST, "{}"))).isTrue();
  }

  @Test
  void another_account_gets_no_fault() {
    AccountControl other =
        test.emulator().accounts().open(AccountOptions.defaults().withApiKey("other-key"));
    faults.add(FAULT, CallMatcher.every().by(other.id()));

    api.get("/auth/me").ok();
    assertThat(hasFault(api.as("other-key").get("/auth/me"))).isTrue();
  }

  @Test
  void the_account_of_an_access_token_counts_even_if_the_token_comes_in_the_body() {
    long id = test.emulator().accounts().defaultAccount().id();
    faults.add(FAULT, CallMatcher.next().by(id));

    assertThat(hasFault(send("POST", "/api/v1/auth/key", null, "{accessToken: 'emulator-token'}")))
        .isTrue();
  }

  @Test
  void the_fault_that_was_added_first_applies_until_it_is_used_up() {
    FaultRule first = faults.add(FAULT, CallMatcher.next(2));
    FaultRule second = faults.add(new Fault.Refuse(ErrorCode.INVALID_API_KEY), CallMatcher.every());

    assertThat(hasFault(api.get(LIST))).isTrue();
    assertThat(faults.all())
        .containsExactly(
            new FaultRule(first.id(), first.fault(), first.calls(), first.remaining() - 1), second);
    assertThat(hasFault(api.get(LIST))).isTrue();
    assertThat(faults.all()).containsExactly(second);
    assertThat(api.get("/fbonline/folders").status()).isEqualTo(403);
    assertThat(faults.all()).containsExactly(second);
  }

  @Test
  void a_fault_can_be_taken_back() {
    FaultRule one = faults.add(FAULT, CallMatcher.every().to("/auth/me"));
    FaultRule other = faults.add(FAULT, CallMatcher.every().to(LIST));

    faults.remove(one.id());
    faults.remove(one.id());

    assertThat(faults.all()).containsExactly(other);
    api.get("/auth/me").ok();
    assertThat(hasFault(api.get(LIST))).isTrue();
    faults.clear();
    api.get(LIST).ok();
  }

  @Test
  void a_reset_takes_all_faults_back() {
    faults.add(FAULT, CallMatcher.every());

    test.emulator().reset();

    assertThat(test.emulator().faults().all()).isEmpty();
    api.get("/auth/me").ok();
  }

  @ParameterizedTest
  @CsvSource({
    // header, path, body, response
    "Bearer emulator-key, /nothing, '', NotFound",
    "none, /fbonline/publication, '', NoAuthorizationHeader",
    "Basic x, /fbonline/publication, '', BadAuthorizationType",
    "Bearer x, /fbonline/publication, '', InvalidApiKey",
    "none, /auth/key, '{accessToken: 1}', InternalError",
    "none, /auth/key, '{accessToken: \"x\"}', InvalidAccessToken",
    "Bearer used-up, /fbonline/publication, '', RateLimitExceeded",
    "Bearer emulator-key, /fbonline/publication, large, RequestTooLarge",
    "Bearer emulator-key, /fbonline/publication, '{{{', InvalidData"
  })
  void a_call_that_the_gateway_refuses_uses_up_no_fault(
      String header, String path, String body, String code) {
    test.emulator().accounts().open(AccountOptions.defaults().withApiKey("used-up"));
    for (int i = 0; i < 10; i++) {
      api.as("used-up").get("/auth/me").ok();
    }
    FaultRule rule = faults.add(new Fault.ProxyError(502), CallMatcher.next());

    String sent = body.equals("large") ? " ".repeat(1_048_577) : body;
    Reply reply = send("POST", "/api/v1" + path, header.equals("none") ? null : header, sent);

    assertThat(reply.text("/wellKnownError")).isEqualTo(code);
    assertThat(faults.all()).containsExactly(rule);
  }

  @Test
  void a_fault_comes_before_what_the_endpoint_would_refuse() {
    faults.add(FAULT, CallMatcher.next());

    assertThat(hasFault(api.post(LIST + "/" + ID, "{name: []}"))).isTrue();
  }

  @Test
  void a_call_with_a_fault_takes_a_token_of_the_rate_limit() {
    faults.add(new Fault.Refuse(ErrorCode.INVALID_API_KEY), CallMatcher.next(10));

    for (int i = 0; i < 10; i++) {
      api.get("/fbonline/folders").refused(403, "InvalidApiKey");
    }

    api.get("/fbonline/folders").refused(429, "RateLimitExceeded");
  }

  @Test
  void readers_files_inboxes_and_the_control_plane_get_no_fault() throws Exception {
    String publication = test.publish(TestPdfs.pages(1));
    test.emulator().conversions().finishAll();
    String view = test.publication(publication).at("/canonicalLink").textValue();
    String cover = test.publication(publication).at("/cover").textValue();
    faults.add(FAULT, CallMatcher.every());

    URI root = test.emulator().uri();
    for (URI outside :
        List.of(
            root.resolve("/_emulator/health"),
            root.resolve("/_emulator/inbox/mine"),
            root.resolve("/myaccesstoken"),
            URI.create(view),
            URI.create(cover))) {
      assertThat(status(outside)).as(outside.getPath()).isEqualTo(200);
    }
    assertThat(hasFault(api.get("/auth/me"))).isTrue();
  }

  private Reply send(String method, String path, String header, String body) {
    var request = api.rawRequest(path).method(method, BodyPublishers.ofString(body));
    return api.send(header == null ? request : request.header("Authorization", header));
  }

  /** Calls a URL that may be outside of the API. */
  private static int status(URI uri) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
        .statusCode();
  }

  private static String withIds(String path) {
    return path.replace("ID", ID).replace("DASHED", DASHED);
  }

  private static boolean hasFault(Reply reply) {
    return reply.status() == 429;
  }
}
