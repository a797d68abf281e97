package io.github.flippingbookemulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.testkit.EmulatorProcess;
import io.github.flippingbookemulator.testkit.EmulatorProcess.Ready;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** The calls of docs/walkthrough.md, with the packaged jar as a process. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class JarJourneyIT {
  @TempDir Path folder;

  private HttpServer files;
  private EmulatorProcess process;
  private Api api;

  @BeforeEach
  void start() throws IOException {
    files = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    files.createContext(
        "/old/",
        exchange -> {
          exchange
              .getResponseHeaders()
              .set("Location", exchange.getRequestURI().getPath().substring(4));
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    serve("/catalog.pdf", TestPdfs.pages(12));
    serve("/protected.pdf", TestPdfs.withUserPassword("secret"));
    serve("/form.pdf", TestPdfs.withXfaForm());
    serve("/truncated.pdf", TestPdfs.truncated(0.9));
    serve("/page.html", TestPdfs.notAPdf());
    files.start();

    // Fast, so that the test is, but with all stages; no limit, so that it can poll as it likes.
    process =
        EmulatorProcess.start(
            folder,
            List.of(
                "-jar",
                System.getProperty("runnable.jar"),
                "--port=0",
                "--speed=20",
                "--rate-limit=off"));
    Ready ready = process.ready();
    api = new Api(URI.create(ready.api().toString().replace("/api/v1", "")), ready.key());
  }

  @AfterEach
  void stop() {
    process.close();
    files.stop(0);
  }

  @Test
  void publications_from_data_and_from_an_address_are_converted_looked_at_and_deleted() {
    Reply byData =
        api.post(
                "/fbonline/publication",
                "{name: 'Spring', filename: 'spring.pdf', data: '%s'}"
                    .formatted(Api.base64(TestPdfs.pages(5))))
            .ok();
    Reply byAddress =
        api.post("/fbonline/publication", "{url: '%s'}".formatted(url("/old/catalog.pdf"))).ok();
    awaitState(byData, "CompletedAllStages");
    awaitState(byAddress, "CompletedAllStages");

    String publication = "/fbonline/publication/" + byAddress.text("/id");
    Reply converted = api.get(publication).ok();
    assertThat(converted.at("/publication/totalPages").intValue()).isEqualTo(12);
    assertThat(api.follow("GET", converted.text("/publication/cover")).bytes())
        .hasSizeGreaterThan(1000);

    assertThat(api.get("/fbonline/publication").ok().at("/total").intValue()).isEqualTo(2);
    assertThat(api.get("/fbonline/publication?query=Spring").ok().text("/publications/0/id"))
        .isEqualTo(byData.text("/id"));

    String generated = "{setPasswordProtection: 'numeric', generatePasswordLength: '6'}";
    assertThat(
            api.post(publication + "/customize", generated)
                .ok()
                .text("/publication/customizationOptions/password"))
        .matches("\\d{6}");

    api.delete(publication).ok();
    assertThat(api.get(publication).ok().text("/publication/state")).endsWith("Trashed");
  }

  @Test
  void files_that_cannot_be_used_end_in_an_error_with_its_reason_in_the_log() throws Exception {
    for (String file : List.of("/protected.pdf", "/form.pdf", "/truncated.pdf", "/page.html")) {
      awaitState(
          api.post("/fbonline/publication", "{url: '%s'}".formatted(url(file))).ok(),
          "CompletedWithErrors");
    }
    process.end();
    assertThat(process.ended().errors())
        .satisfiesExactly(
            line -> assertThat(line).endsWith("failed: The PDF is protected by a password."),
            line -> assertThat(line).endsWith("failed: The PDF contains an XFA form."),
            line -> assertThat(line).contains("failed: The PDF is cut short: "),
            line -> assertThat(line).contains("failed: The file is not a PDF: it starts with "));
  }

  private void awaitState(Reply created, String state) {
    String source =
        "/fbonline/publication/%s/source/%s"
            .formatted(created.text("/id"), created.text("/createdSource/id"));
    await()
        .untilAsserted(
            () -> assertThat(api.get(source).ok().text("/source/state")).isEqualTo(state));
  }

  private String url(String path) {
    return "http://127.0.0.1:" + files.getAddress().getPort() + path;
  }

  private void serve(String path, byte[] content) {
    files.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
  }
}
