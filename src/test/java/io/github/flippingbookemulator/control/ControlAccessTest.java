package io.github.flippingbookemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.control.ControlCalls.Said;
import io.github.flippingbookemulator.testkit.Api;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may use the control plane, and who may not. */
class ControlAccessTest {
  private static final String CLOCK = "/_emulator/clock";
  private static final String TOKEN = "to-steer-1";
  private static final List<String> OPEN_TO_ALL =
      List.of("GET /_emulator/health", "GET /_emulator/ca.pem");
  private static final List<String> OPEN_WITHOUT_TOKEN =
      List.of(
          "GET /_emulator/health",
          "GET /_emulator/ca.pem",
          "POST /_emulator/login",
          "POST /_emulator/inbox/{name}");

  @AutoClose private Emulator emulator;

  @Test
  void pages_of_other_sites_are_refused_at_every_endpoint() {
    start(EmulatorOptions.defaults());

    for (String endpoint : endpoints()) {
      boolean refused = !OPEN_TO_ALL.contains(endpoint);
      for (String header :
          List.of(
              "Sec-Fetch-Site: cross-site",
              "Sec-Fetch-Site: same-site", // such as another port of this machine
              "Origin: https://evil.example",
              "Origin: null")) {
        assertThat(call(endpoint, header).status() == 403).as(endpoint).isEqualTo(refused);
      }
    }
    assertThat(call("GET " + CLOCK, "Sec-Fetch-Site: same-origin").status()).isEqualTo(200);
    assertThat(emulator.inbox("x").messages()).isEmpty();
  }

  @Test
  void a_name_that_anybody_could_own_is_refused_at_every_endpoint_that_steers_or_shows() {
    start(EmulatorOptions.defaults());

    for (String endpoint : endpoints()) {
      boolean refused = !OPEN_WITHOUT_TOKEN.contains(endpoint);
      Said said = call(endpoint, "Host: evil.example.com:" + emulator.uri().getPort());
      assertThat(said.status() == 403).as(endpoint + " " + said.text()).isEqualTo(refused);
    }
    assertThat(call("GET " + CLOCK, "Host: Evil.Example.com:80").message())
        .contains("'evil.example.com'")
        .endsWith("allow it with --control-host evil.example.com.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:8080",
        "localhost.:8080",
        "127.0.0.1",
        "192.168.1.7:8080",
        "[::1]:8080",
        "flippingbook",
        "emulator:8080",
        "api.localhost:1",
        "host.docker.internal:8080",
        "emulator.tests.svc.cluster.local"
      })
  void addresses_and_names_that_public_dns_does_not_have_are_let_in(String host) {
    start(EmulatorOptions.defaults());

    assertThat(call("GET " + CLOCK, "Host: " + host).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com",
        "localhost.example.com",
        "127.0.0.1.example.com",
        "example.com.",
        "xlocalhost.co",
        "notinternal.example"
      })
  void other_names_are_refused(String host) {
    start(EmulatorOptions.defaults());

    assertThat(call("GET " + CLOCK, "Host: " + host).status()).isEqualTo(403);
  }

  @Test
  void configured_names_are_let_in() {
    start(
        EmulatorOptions.defaults()
            .publicUrl(URI.create("https://Books.example.com/x"))
            .httpsPort(0)
            .httpsHostNames(List.of("*.tls.example.com"))
            .controlHosts(List.of("one.example.com", "two.example.com")));

    for (String name :
        List.of(
            "books.example.com", "One.example.com:81", "two.example.com", "a.tls.example.com")) {
      assertThat(call("GET " + CLOCK, "Host: " + name).status()).as(name).isEqualTo(200);
    }
    assertThat(call("GET " + CLOCK, "Host: tls.example.com").status()).isEqualTo(403);
  }

  @Test
  void with_a_token_nobody_else_gets_in() {
    start(EmulatorOptions.defaults());
    List<String> endpoints = endpoints();
    emulator.close();
    start(EmulatorOptions.defaults().controlToken(TOKEN));

    for (String endpoint : endpoints) {
      boolean refused = !OPEN_WITHOUT_TOKEN.contains(endpoint);
      Said said = call(endpoint);
      assertThat(said.text().contains("--control-token")).as(endpoint).isEqualTo(refused);
      assertThat(said.status() == 401).as(endpoint).isEqualTo(refused);
    }
    assertThat(call("GET /_emulator/nonsense").status()).isEqualTo(401);
    assertThat(call("GET " + CLOCK).header("WWW-Authenticate")).isEqualTo("Bearer");
    for (String wrong :
        List.of("Bearer to-steer", "Bearer", "Basic to-steer-1", "Bearer TO-STEER-1")) {
      assertThat(call("GET " + CLOCK, "Authorization: " + wrong).status()).as(wrong).isEqualTo(401);
    }
    assertThat(call("GET " + CLOCK, "Authorization: bearer " + TOKEN).status()).isEqualTo(200);
  }

  @Test
  void a_browser_logs_in_once_and_stays_in_over_a_reset() {
    start(EmulatorOptions.defaults().controlToken(TOKEN));

    Said wrong = ControlCalls.post(emulator, "/_emulator/login", "{token: 'guessed'}");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.header("Set-Cookie")).isEmpty();

    Said right = ControlCalls.post(emulator, "/_emulator/login", "{token: '" + TOKEN + "'}");
    assertThat(right.status()).isEqualTo(200);
    String cookie = right.header("Set-Cookie");
    assertThat(cookie)
        .contains("; HttpOnly", "; SameSite=Strict", "; Path=/_emulator")
        .doesNotContain(TOKEN);
    String pair = "Cookie: " + cookie.substring(0, cookie.indexOf(';'));
    assertThat(call("GET " + CLOCK, pair).status()).isEqualTo(200);
    assertThat(call("GET " + CLOCK, pair + "0").status()).isEqualTo(401);
    assertThat(call("GET " + CLOCK, pair, "Origin: https://evil.example").status()).isEqualTo(403);

    emulator.reset();
    assertThat(call("GET " + CLOCK, pair).status()).isEqualTo(200);
    emulator.reset(EmulatorOptions.defaults().controlToken("another"));
    assertThat(call("GET " + CLOCK, pair).status()).isEqualTo(401);
  }

  @Test
  void a_stream_of_events_wants_the_token_too() throws Exception {
    start(EmulatorOptions.defaults().controlToken(TOKEN));

    assertThat(call("GET /_emulator/events").status()).isEqualTo(401);
    try (EventReader stream =
        EventReader.open(emulator, "", Map.of("Authorization", "Bearer " + TOKEN))) {
      emulator.clock().freeze();
      assertThat(stream.next().name()).isEqualTo("clock");
    }
  }

  @Test
  void without_a_control_plane_only_health_and_the_inboxes_doors_are_there() {
    start(EmulatorOptions.defaults());
    List<String> endpoints = endpoints();
    emulator.close();
    start(EmulatorOptions.defaults().control(false));

    for (String endpoint : endpoints) {
      boolean there =
          OPEN_WITHOUT_TOKEN.contains(endpoint) && !endpoint.equals("POST /_emulator/login");
      assertThat(call(endpoint).text().contains("--control=on")).as(endpoint).isEqualTo(!there);
    }
    for (String path : List.of("/", "/dashboard/main.js", "/dashboard/covers/1.jpg")) {
      assertThat(call("GET " + path).status()).as(path).isEqualTo(404);
    }
    Said unknown = call("GET /_emulator/nonsense");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.message()).contains("--control=on").doesNotContain("/_emulator/");
    assertThat(new Api(emulator).get("/auth/me").status()).isEqualTo(200);
  }

  private void start(EmulatorOptions options) {
    emulator = Emulator.start(options.speed(0));
  }

  /** All that the control plane lists, as {@code GET /_emulator/clock}. */
  private List<String> endpoints() {
    List<String> endpoints = new ArrayList<>();
    for (JsonNode each : ControlCalls.get(emulator, "/_emulator").json().at("/endpoints")) {
      endpoints.add(each.get("method").asText() + " " + each.get("path").asText());
    }
    assertThat(endpoints).hasSizeGreaterThan(50).containsAll(OPEN_WITHOUT_TOKEN);
    return endpoints;
  }

  private Said call(String endpoint, String... headers) {
    String[] methodAndPath = endpoint.replaceAll("\\{\\w+}", "1").split(" ");
    return ControlCalls.send(emulator, methodAndPath[0], methodAndPath[1], "", headers);
  }
}
