package io.github.flippingbookemulator.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.source.SourceEvent.ConversionFailed;
import io.github.flippingbookemulator.testkit.RawServer;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Redirects of downloads, which are followed as browsers do. */
@Timeout(60)
class RedirectTest {
  private static final byte[] PDF = TestPdfs.pages(2);

  @AutoClose final TestEmulator service = TestEmulator.frozen();

  @ParameterizedTest
  @CsvSource({
    "/my catalog.pdf, /my%20catalog.pdf",
    "?v=2, /d/a.pdf?v=2",
    "/käse.pdf, /k%C3%A4se.pdf",
    "../b|c.pdf, /b%7Cc.pdf",
    "/a.pdf#page=2, /a.pdf",
  })
  void a_location_need_not_be_encoded(String location, String asked) {
    String utf8 =
        new String(location.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    try (RawServer web =
        new RawServer(
            (request, number) ->
                request.startsWith("GET /d/a.pdf HTTP") ? redirect(utf8) : file(""))) {
      assertConverts(web.url("/d/a.pdf"));
      assertThat(web.asked()).containsExactly("GET /d/a.pdf", "GET " + asked);
      assertThat(String.join("", web.requests()).toLowerCase())
          .doesNotContain("upgrade", "cookie", "authorization");
    }
  }

  @Test
  void latin_1_in_a_location_is_understood_too() {
    try (RawServer web =
        new RawServer(
            (request, number) ->
                request.startsWith("GET /a") ? redirect("/k\u00e4se.pdf") : file(""))) {
      assertConverts(web.url("/a"));
      assertThat(web.asked()).endsWith("GET /k%C3%A4se.pdf");
    }
  }

  @Test
  void twenty_redirects_are_followed_and_more_are_said_as_such() {
    try (RawServer web =
        new RawServer(
            (request, number) -> {
              int left = Integer.parseInt(request.replaceFirst("(?s)GET /(\\d+).*", "$1"));
              return left == 0 ? file("") : redirect("/" + (left - 1));
            })) {
      assertConverts(web.url("/20"));
      assertThat(reason(web.url("/21")))
          .isEqualTo(
              "The url %s cannot be used: it was redirected more than 20 times."
                  .formatted(web.url("/21")));
    }
  }

  @Test
  void cookies_are_kept_along_the_way_and_no_longer() {
    try (RawServer web =
        new RawServer(
            (request, number) -> {
              if (request.contains("\r\nCookie: ")) {
                return file("");
              }
              return request.startsWith("GET /login")
                  ? RawServer.response(
                      "302 Found",
                      "\r\nSet-Cookie: session=1; Path=/; HttpOnly\r\nLocation: /a.pdf",
                      new byte[0])
                  : RawServer.response("403 Forbidden", "", new byte[0]);
            })) {
      assertConverts(web.url("/login"));
      assertThat(web.requests().get(1)).contains("\r\nCookie: session=1\r\n");
      assertThat(reason(web.url("/a.pdf"))).contains("status 403");
    }
  }

  @Test
  void a_user_in_the_url_is_sent_and_masked() {
    try (RawServer web =
        new RawServer(
            (request, number) ->
                request.contains("\r\nAuthorization: Basic YW5uOnNlY3JldA==\r\n")
                    ? request.startsWith("GET /a") ? redirect("b") : file("")
                    : RawServer.response("401 Unauthorized", "", new byte[0]))) {
      String place = "127.0.0.1:" + web.port() + "/a";

      assertConverts("http://ann:secret@" + place);
      assertThat(reason("http://ann:wrong@" + place))
          .contains("status 401", "http://ann:***@" + place)
          .doesNotContain("wrong");
    }
  }

  @Test
  void a_kept_connection_that_the_server_closes_is_no_failure() {
    try (RawServer web = new RawServer((request, number) -> number == 1 ? file("") : null)) {
      assertConverts(web.url("/a.pdf"));
      assertConverts(web.url("/b.pdf"));
      assertThat(web.asked()).containsExactly("GET /a.pdf", "GET /b.pdf", "GET /b.pdf");
    }
  }

  private static byte[] redirect(String location) {
    return RawServer.response("302 Found", "\r\nLocation: " + location, new byte[0]);
  }

  private static byte[] file(String headers) {
    return RawServer.response("200 OK", headers, PDF);
  }

  private void assertConverts(String url) {
    String path = service.create("{url: '" + url + "'}");
    service.emulator().conversions().finishAll();
    assertThat(service.happened(ConversionFailed.class))
        .extracting(ConversionFailed::reason)
        .isEmpty();
    assertThat(service.publication(path).get("totalPages").intValue()).isEqualTo(2);
  }

  private String reason(String url) {
    service.create("{url: '" + url + "'}");
    service.emulator().conversions().finishAll();
    List<ConversionFailed> failures = service.happened(ConversionFailed.class);
    return failures.get(failures.size() - 1).reason();
  }
}
