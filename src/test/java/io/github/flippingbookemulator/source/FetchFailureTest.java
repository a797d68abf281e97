package io.github.flippingbookemulator.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.source.SourceEvent.ConversionFailed;
import io.github.flippingbookemulator.testkit.FileServer;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs from which no file can be fetched. The source fails, the call does not. */
@Timeout(60)
class FetchFailureTest {
  private static final byte[] PDF = TestPdfs.pages(3);

  /** Has the default time-out, so that other failures do not become time-outs on a busy machine. */
  @AutoClose final TestEmulator patient = TestEmulator.frozen();

  @AutoClose
  final TestEmulator impatient =
      TestEmulator.frozen(options -> options.fetchTimeout(Duration.ofMillis(1500)));

  @AutoClose final FileServer web = new FileServer();

  @ParameterizedTest
  @ValueSource(ints = {201, 203, 206, 400, 401, 403, 404, 410, 500, 503})
  void a_status_other_than_200_fails(int status) {
    assertThat(reason(web.file("/a.pdf", status, "application/pdf", PDF)))
        .contains("status " + status);
  }

  @Test
  void an_empty_answer_fails() {
    assertThat(
            reason(
                web.on(
                    "/a.pdf",
                    exchange -> {
                      exchange.sendResponseHeaders(204, -1);
                      exchange.close();
                    })))
        .contains("status 204");
    assertThat(
            reason(
                web.on(
                    "/b.pdf",
                    exchange -> {
                      exchange.sendResponseHeaders(200, -1);
                      exchange.close();
                    })))
        .contains("PDF");
  }

  @Test
  void a_redirect_to_a_failure_fails() {
    web.file("/gone", 404, "text/plain", PDF);

    assertThat(reason(web.redirect("/moved", 302, "/gone"))).contains("status 404");
  }

  @Test
  void redirects_in_a_circle_fail() {
    web.redirect("/one", 302, "/two");

    assertThat(reason(web.redirect("/two", 302, "/one")))
        .contains("it was redirected more than 20 times");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/a.pdf", "http://", "::"})
  void a_redirect_away_from_http_fails(String location) {
    assertThat(reason(web.redirect("/moved", 302, location))).contains(web.url("/moved"));
  }

  @Test
  void a_redirect_to_nowhere_fails() {
    assertThat(
            reason(
                web.on(
                    "/moved",
                    exchange -> {
                      exchange.sendResponseHeaders(302, -1);
                      exchange.close();
                    })))
        .contains(web.url("/moved"));
  }

  @Test
  void a_server_that_does_not_answer_in_time_fails() {
    assertThat(reason(impatient, web.on("/slow.pdf", exchange -> web.awaitEnd())))
        .contains("1.5 s");
  }

  @Test
  void a_file_that_stops_on_its_way_fails() {
    assertThat(
            reason(
                impatient,
                web.on(
                    "/hanging.pdf",
                    exchange -> {
                      sendHalf(exchange);
                      exchange.getResponseBody().flush();
                      web.awaitEnd();
                    })))
        .contains("1.5 s");
  }

  @Test
  void a_file_that_never_ends_fails() {
    assertThat(
            reason(
                impatient,
                web.on(
                    "/endless.pdf",
                    exchange -> {
                      exchange.sendResponseHeaders(200, 0);
                      trickle(exchange.getResponseBody());
                    })))
        .contains("1.5 s");
  }

  @Test
  void a_connection_that_breaks_fails() {
    assertThat(
            reason(
                web.on(
                    "/cut.pdf",
                    exchange -> {
                      sendHalf(exchange);
                      exchange.close();
                    })))
        .contains("the connection was closed before the end of the answer");
  }

  @Test
  void an_answer_that_is_no_http_fails() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread other =
          new Thread(
              () -> {
                try (var connection = socket.accept()) {
                  connection.getInputStream().read(new byte[65_536]);
                  connection.getOutputStream().write("220 ftp ready\r\n\r\n".getBytes());
                } catch (IOException e) {
                  // The emulator closed the connection first.
                }
              });
      other.start();

      assertThat(reason("http://127.0.0.1:" + socket.getLocalPort() + "/a.pdf"))
          .contains("the answer is not HTTP");
      other.join();
    }
  }

  @Test
  void a_port_where_nothing_listens_fails() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    assertThat(reason("http://127.0.0.1:" + port + "/a.pdf")).contains("connection refused");
  }

  @Test
  void an_unknown_host_fails() {
    // Longer than a DNS label may be, so that the resolver fails without the network.
    assertThat(reason("http://" + "a".repeat(64) + ".invalid/a.pdf")).contains("host unknown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://127.0.0.1/a.pdf",
        "file:///etc/passwd",
        "file://127.0.0.1/etc/passwd",
        "jar:file:///a.jar!/a.pdf",
        "data:application/pdf;base64,eA==",
        "//127.0.0.1/a.pdf",
        "/a.pdf",
        "a.pdf",
        "http:",
        "http:///a.pdf",
        "not an address",
        "%",
        "   ",
      })
  void what_is_no_web_address_fails(String url) {
    assertThat(reason(url)).contains("is not an absolute http or https address");
  }

  @Test
  void loopback_fetches_from_this_machine_only_also_after_redirects() {
    try (TestEmulator service = TestEmulator.frozen(options -> options.fetch(Fetch.LOOPBACK))) {
      String refused = "files may only come from localhost and loopback addresses here";
      assertThat(reason(service, "http://192.0.2.1/a.pdf")).contains(refused, "192.0.2.1");
      assertThat(reason(service, web.redirect("/away", 302, "http://192.0.2.1/a.pdf")))
          .contains(refused);
      assertThat(reason(service, web.file("/here", 404, "text/plain", PDF))).contains("status 404");
    }
  }

  @Test
  void a_port_that_cannot_be_fails() {
    assertThat(reason("http://127.0.0.1:70000/a.pdf"))
        .contains("has the port 70000, and ports are numbers up to 65535");
    assertThat(reason("http://127.0.0.1:99999999999/a.pdf")).contains("99999999999");
  }

  private static void sendHalf(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, PDF.length);
    exchange.getResponseBody().write(PDF, 0, PDF.length / 2);
  }

  /** Sends a few bytes again and again, until the client closes the connection. */
  private static void trickle(OutputStream out) throws IOException {
    while (true) {
      out.write(PDF, 0, 8);
      out.flush();
      Thread.yield();
    }
  }

  /** Publishes from a URL and returns why the source failed. */
  private String reason(String url) {
    return reason(patient, url);
  }

  private static String reason(TestEmulator service, String url) {
    int before = service.happened(ConversionFailed.class).size();
    String path = service.create("{url: '" + url + "'}");
    String source = service.firstSource(path);
    service.emulator().conversions().finishAll();

    assertThat(service.state(source)).isEqualTo("CompletedWithErrors");
    List<ConversionFailed> failures = service.happened(ConversionFailed.class);
    assertThat(failures).hasSize(before + 1);
    assertThat(failures.get(before).sourceId()).isEqualTo(TestEmulator.id(source));
    return failures.get(before).reason();
  }
}
