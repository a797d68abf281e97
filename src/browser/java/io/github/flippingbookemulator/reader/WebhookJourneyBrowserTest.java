package io.github.flippingbookemulator.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.flippingbookemulator.internal.source.pdf.LinkedPdf;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.testkit.Chromium;
import io.github.flippingbookemulator.testkit.EmulatorProcess;
import io.github.flippingbookemulator.testkit.EmulatorProcess.Ready;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The way of a publication through processes that know each other over HTTP only: the emulator, a
 * reader's browser, and a receiver of webhooks.
 */
@Timeout(value = 90, threadMode = ThreadMode.SEPARATE_THREAD)
class WebhookJourneyBrowserTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HOSTILE = "<b>Ann</b> & \"Co\" <ann@example.com>";

  @TempDir Path folder;

  private EmulatorProcess process;
  private PythonReceiver receiver;
  private Chromium browser;
  private Api api;

  @BeforeEach
  void start() throws Exception {
    // Fast, so that the test is, but with all stages; no limit, so that it can poll as it likes.
    process = EmulatorProcess.main(folder, "--port=0", "--speed=20", "--rate-limit=off");
    Ready ready = process.ready();
    api = new Api(URI.create(ready.api().toString().replace("/api/v1", "")), ready.key());
    receiver = new PythonReceiver(folder);
    browser = new Chromium(Files.createDirectory(folder.resolve("profile")));
    browser.screen(1280, 800, false);
  }

  @AfterEach
  void stop() throws Exception {
    try (AutoCloseable first = process;
        AutoCloseable second = receiver;
        AutoCloseable third = browser) {
      // Closes what has been started, also where the start has failed half way.
    }
  }

  @Test
  void a_receiver_is_notified_of_a_publication_and_then_of_what_its_reader_does() throws Exception {
    api.post(
            "/fbonline/triggers",
            "{trigger: {endpoint: '%s', events: ['created', 'lead', 'session', 'print']}}"
                .formatted(receiver.url()))
        .ok();
    Reply created =
        api.post(
                "/fbonline/publication",
                "{name: 'Spring', filename: 'spring.pdf', data: '%s'}"
                    .formatted(Api.base64(new LinkedPdf(12, 420, 595).bytes())))
            .ok();
    String publication = created.text("/id");
    String source = created.text("/createdSource/id");
    awaitConverted(publication, source);

    browser.open(
        api.get("/fbonline/publication/" + publication).ok().text("/publication/canonicalLink"));
    Object session = browser.driver.executeScript("return document.body.dataset.session");
    turnPages();
    print();
    fillInTheLeadForm();

    ObjectNode lead =
        body(
            publication,
            "lead",
            """
            {"uniqueKey": "Your email:2:%1$s", "data": [{"Name": "Your email", "Type": "Email", "Value": "%1$s"}],
             "skipped": false}
            """
                .formatted(HOSTILE.replace("\"", "\\\"")));
    lead.put("scope", "trackedLink").putNull("objectId");
    JsonNode[] expected = {
      body(publication, "created", "{\"sourceId\": \"%s\"}".formatted(source)),
      body(publication, "session", "{\"sessionId\": \"%s\"}".formatted(session)),
      body(publication, "print", "{\"pages\": \"1-12\"}"),
      lead
    };
    await().untilAsserted(() -> assertThat(receiver.received()).containsExactly(expected));
    assertThat(browser.complaints()).isEmpty();
  }

  private void awaitConverted(String publication, String source) {
    String path = "/fbonline/publication/%s/source/%s".formatted(publication, source);
    await()
        .untilAsserted(
            () ->
                assertThat(api.get(path).ok().text("/source/state"))
                    .isEqualTo("CompletedAllStages"));
  }

  private void turnPages() {
    browser.element("#next").click();
    assertThat(browser.text("#position")).isEqualTo("Pages 2–3 of 12");
    browser.element("#next").click();
    assertThat(browser.text("#position")).isEqualTo("Pages 4–5 of 12");
    browser.awaitPictures();
  }

  private void print() {
    browser.driver.executeScript(
        "window.print = () => window.printed = document.querySelectorAll('#paper img').length");
    browser.element("#print").click();
    browser.awaitScript("return window.printed === 12");
  }

  private void fillInTheLeadForm() {
    browser.element("#contact").click();
    // The form has a field for an e-mail address only, and a browser would not take this for one.
    browser.driver.executeScript("document.querySelector('#lead-form').noValidate = true");
    browser.element("#field-1").sendKeys(HOSTILE);
    browser.element("#lead-form .main").click();
    browser.awaitScript("return !!document.querySelector('#notice').textContent");
    assertThat(browser.text("#notice")).contains("Your email: " + HOSTILE);
  }

  private static ObjectNode body(String publication, String event, String info) throws Exception {
    ObjectNode body = JSON.createObjectNode();
    body.put("scope", "publication").put("objectId", publication).put("event", event);
    JsonNode more = JSON.readTree(info);
    body.set("additionalInfo", more);
    ((ObjectNode) more).put("publicationId", publication).put("infoType", event);
    return body;
  }
}
