package io.github.flippingbookemulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The absolute URLs of links in responses. */
class LinkUrlsTest {
  private static final EmulatorOptions DEFAULTS =
      EmulatorOptions.defaults().rateLimit(RateLimit.OFF);

  @AutoClose private Emulator emulator;
  private Api api;

  @Test
  void links_lead_to_the_host_that_the_client_called() {
    start(DEFAULTS);

    assertThat(hrefs(create())).allMatch(href -> href.startsWith(emulator.uri() + "/api/v1/"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // X-Forwarded-Proto | X-Forwarded-Host | start of the links
        "https | docs.example.com | https://docs.example.com/",
        "https | docs.example.com:8443 | https://docs.example.com:8443/",
        "http | [::1]:8080 | http://[::1]:8080/",
        "https, http | client.example.com, proxy.example.com | https://client.example.com/",
        "https | none | https://HERE/",
        "none | docs.example.com | http://docs.example.com/",
        "ftp | docs.example.com | http://docs.example.com/",
        "javascript | none | http://HERE/",
        "https | <script> | https://HERE/",
        "https | a\"b | https://HERE/",
        "https | a/b | https://HERE/",
        "https | a@b | https://HERE/",
        "https | '' | https://HERE/"
      })
  void a_proxy_says_which_host_the_client_called(String proto, String host, String expected) {
    start(DEFAULTS);
    var request = api.request("/fbonline/publication").POST(BodyPublishers.noBody());
    if (!proto.equals("none")) {
      request.header("X-Forwarded-Proto", proto);
    }
    if (!host.equals("none")) {
      request.header("X-Forwarded-Host", host);
    }

    Reply created = api.send(request).ok();

    String begin = expected.replace("HERE", emulator.uri().getAuthority());
    assertThat(hrefs(created)).allMatch(href -> href.startsWith(begin + "api/v1/"));
    assertThat(created.text("/url")).startsWith(begin + "view/");
  }

  @ParameterizedTest
  @CsvSource({
    "https://public.example.com, https://public.example.com/",
    "https://public.example.com/, https://public.example.com/",
    "https://public.example.com/below/, https://public.example.com/below/"
  })
  void a_configured_public_address_wins(URI configured, String expected) {
    start(DEFAULTS.publicUrl(configured));

    Reply created =
        api.send(
                api.request("/fbonline/publication")
                    .header("X-Forwarded-Host", "proxy.example.com")
                    .header("X-Forwarded-Proto", "http")
                    .POST(BodyPublishers.noBody()))
            .ok();

    assertThat(hrefs(created)).allMatch(href -> href.startsWith(expected + "api/v1/"));
  }

  private void start(EmulatorOptions options) {
    emulator = Emulator.start(options);
    api = new Api(emulator);
  }

  private Reply create() {
    return api.post("/fbonline/publication", "").ok();
  }

  private static List<String> hrefs(Reply created) {
    List<String> hrefs = new ArrayList<>();
    for (JsonNode link : created.at("/links")) {
      hrefs.add(link.path("href").textValue());
    }
    assertThat(hrefs).isNotEmpty();
    return hrefs;
  }
}
