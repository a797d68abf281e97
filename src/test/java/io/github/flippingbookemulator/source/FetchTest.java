package io.github.flippingbookemulator.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.testkit.FileServer;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that the emulator fetches from a web server. */
class FetchTest {
  private static final byte[] PDF = TestPdfs.pages(3);

  @AutoClose final TestEmulator service = TestEmulator.frozen();
  @AutoClose final FileServer web = new FileServer();

  @Test
  void a_file_is_fetched_by_its_address() {
    assertThat(pagesOf(web.file("/a.pdf", 200, "application/pdf", PDF))).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/octet-stream", "nonsense", "image/png"})
  void the_content_type_does_not_matter(String contentType) {
    assertThat(pagesOf(web.file("/a", 200, contentType, PDF))).isEqualTo(3);
  }

  @Test
  void a_file_may_come_in_chunks_of_an_unknown_total() {
    String url =
        web.on(
            "/chunked.pdf",
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              try (OutputStream out = exchange.getResponseBody()) {
                for (int from = 0; from < PDF.length; from += 100) {
                  out.write(Arrays.copyOfRange(PDF, from, Math.min(PDF.length, from + 100)));
                  out.flush();
                }
              }
            });

    assertThat(pagesOf(url)).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirects_are_followed(int status) {
    web.file("/files/a.pdf", 200, "application/pdf", PDF);

    assertThat(pagesOf(web.redirect("/moved", status, web.url("/files/a.pdf")))).isEqualTo(3);
  }

  @Test
  void a_redirect_may_be_relative_and_lead_to_another_redirect() {
    web.file("/files/a.pdf", 200, "application/pdf", PDF);
    web.redirect("/one", 302, "two?x=1");
    web.redirect("/two", 302, "/files/a.pdf");

    assertThat(pagesOf(web.url("/one"))).isEqualTo(3);
  }

  @Test
  void a_redirect_may_lead_to_another_port() {
    try (FileServer other = new FileServer()) {
      String target = other.file("/a.pdf", 200, "application/pdf", PDF);

      assertThat(pagesOf(web.redirect("/moved", 302, target))).isEqualTo(3);
    }
  }

  @Test
  void the_address_is_asked_for_as_it_is_once_and_without_the_api_key() {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    StringBuffer asked = new StringBuffer();
    String url =
        web.on(
            "/a.pdf",
            exchange -> {
              asked.append(exchange.getRequestMethod() + " " + exchange.getRequestURI());
              exchange.getRequestHeaders().forEach((name, all) -> headers.put(name, all.get(0)));
              exchange.sendResponseHeaders(200, PDF.length);
              exchange.getResponseBody().write(PDF);
              exchange.close();
            });

    assertThat(pagesOf(url + "?signature=a%2Fb&x=1")).isEqualTo(3);
    assertThat(asked).hasToString("GET /a.pdf?signature=a%2Fb&x=1");
    assertThat(headers).doesNotContainKey("Authorization");
  }

  @Test
  void a_source_by_address_can_be_added_to_a_publication() {
    String path = service.publish(TestPdfs.pages(1));
    String url = web.file("/a.pdf", 200, "application/pdf", PDF);
    String source = service.addSource(path, "{url: ' " + url + " ', filename: 'named.pdf'}");
    service.emulator().conversions().finish(TestEmulator.id(source));

    assertThat(service.state(source)).isEqualTo("CompletedAllStages");
    assertThat(service.publication(path).get("lastPdfName").textValue()).isEqualTo("named.pdf");
    assertThat(service.publication(path).get("totalPages").intValue()).isEqualTo(3);
  }

  /** Publishes from a URL and returns the number of pages of the publication. */
  private int pagesOf(String url) {
    String path = service.create("{url: '" + url + "'}");
    service.emulator().conversions().finishAll();
    assertThat(service.state(service.firstSource(path))).isEqualTo("CompletedAllStages");
    return service.publication(path).get("totalPages").intValue();
  }
}
