package io.github.flippingbookemulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.reader.ReaderEvent.SessionStarted;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.testkit.RawHttp;
import io.github.flippingbookemulator.testkit.RawHttp.Response;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** HEAD answers wherever GET does, except on the API, which has no such method. */
class HeadTest {
  @AutoClose
  private final TestEmulator emulator =
      TestEmulator.frozen(options -> options.pace(Pace.IMMEDIATE));

  @Test
  void head_has_the_headers_of_get_and_no_body() throws IOException {
    String view = view();
    String content = view.replace("/view/", "/content/");

    for (String path :
        List.of(
            view,
            view + "2/",
            view + "index.html",
            content + "cover600.jpg",
            content + "pages/1.jpg",
            content + "pages/1.json",
            content + "common/downloads/publication.pdf",
            "/reader/assets/reader.css",
            "/",
            "/dashboard/main.js",
            "/myaccesstoken",
            "/_emulator",
            "/_emulator/health",
            "/_emulator/clock",
            "/_emulator/openapi.yaml",
            "/view/nobody/")) {
      Map<String, String> get = headers("GET", path);
      assertThat(headers("HEAD", path)).as(path).isEqualTo(get);
      assertThat(get.get("Content-Length")).as(path).matches("[1-9]\\d*");
    }
  }

  @Test
  void head_of_a_stream_ends_at_once() throws IOException {
    assertThat(headers("HEAD", "/_emulator/events"))
        .containsEntry("Content-Type", "text/event-stream");
  }

  @Test
  void head_of_a_page_begins_no_visit() throws IOException {
    String view = view();

    headers("HEAD", view);
    assertThat(emulator.happened(SessionStarted.class)).isEmpty();
    headers("GET", view);
    assertThat(emulator.happened(SessionStarted.class)).hasSize(1);
  }

  /** The path of a publication's page, with a slash at the end. */
  private String view() {
    String publication = emulator.publish(TestPdfs.pages(3));
    String link = emulator.publication(publication).get("canonicalLink").textValue();
    return URI.create(link).getPath().replaceFirst("/?$", "/");
  }

  /** The status and headers; the connection must be usable afterwards. */
  private Map<String, String> headers(String method, String path) throws IOException {
    String request = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    try (RawHttp raw = new RawHttp(emulator.emulator().uri())) {
      raw.send(request);
      Response answer = method.equals("HEAD") ? raw.receiveHead() : raw.receive();
      // Any bytes of a body would be taken for the response to this request.
      raw.send("GET /_emulator/health HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(raw.receive().status()).as(path).isEqualTo(200);

      Map<String, String> headers = new HashMap<>(answer.headers());
      headers.remove("Date");
      headers.put("status", String.valueOf(answer.status()));
      return headers;
    }
  }
}
