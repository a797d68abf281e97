package io.github.flippingbookemulator.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.flippingbookemulator.internal.source.pdf.LinkedPdf;
import io.github.flippingbookemulator.reader.ReaderActions.Tracked;
import io.github.flippingbookemulator.reader.ReaderEvent.Downloaded;
import io.github.flippingbookemulator.reader.ReaderEvent.LeadSubmitted;
import io.github.flippingbookemulator.reader.ReaderEvent.LinkClicked;
import io.github.flippingbookemulator.reader.ReaderEvent.Printed;
import io.github.flippingbookemulator.reader.ReaderEvent.SessionEnded;
import io.github.flippingbookemulator.testkit.CookieClient.Response;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page reports is published as events, and the files of the page can be fetched. */
class ReportRoutesTest {
  private static final String URL = "https://example.com/?q=\"</script><script>&r='1'";

  private final byte[] pdf = new LinkedPdf(12, 200, 100).link(2, URL, 20, 30, 60, 50).bytes();
  @AutoClose private final ReaderActions reader = new ReaderActions(pdf);
  private String session;

  @BeforeEach
  void open() {
    session = reader.browser.get(reader.view()).session();
  }

  @Test
  void printing_and_downloading_are_published() {
    report("print");
    report("download");

    assertThat(reader.events(Printed.class)).extracting(Printed::pages).containsExactly("1-12");
    assertThat(reader.events(Downloaded.class))
        .extracting(Downloaded::pages)
        .containsExactly("1-12");
    assertThat(reader.events(Printed.class).get(0).session().id()).isEqualTo(session);
  }

  @Test
  void a_click_is_published_with_its_address_and_page() {
    report("click", "url", URL, "page", "2");

    assertThat(reader.events(LinkClicked.class)).extracting(LinkClicked::url).containsExactly(URL);
    assertThat(reader.events(LinkClicked.class)).extracting(LinkClicked::page).containsExactly(2);
  }

  @ParameterizedTest
  @CsvSource({
    "javascript:alert(1), 1",
    "'', 1",
    "https://example.com, 0",
    "https://example.com, x",
    "https://example.com, 10000"
  })
  void a_click_on_nonsense_is_refused(String url, String page) {
    Response answer = reader.browser.post(path("click"), "url", url, "page", page);

    assertThat(answer.status()).isEqualTo(500);
    assertThat(reader.events(LinkClicked.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<script>alert(1)</script>", "a=b&c=d", "100% + ü 🙂", " two\nlines ", "", "%zz"})
  void what_is_typed_into_the_lead_form_arrives_unchanged(String typed) {
    Lead.Field name = new Lead.Field("Name", Lead.Type.TEXT);
    Lead.Field email = new Lead.Field("Email", Lead.Type.EMAIL);
    reader.emulator.readers().leadForm(reader.id, List.of(name, email));

    report("lead", "value", typed, "value", "a@b.example");

    assertThat(reader.events(LeadSubmitted.class))
        .extracting(LeadSubmitted::lead)
        .containsExactly(
            new Lead(
                List.of(new Lead.Answer(name, typed), new Lead.Answer(email, "a@b.example")),
                false));
  }

  @Test
  void a_lead_form_that_is_not_filled_in_is_no_lead() {
    Response answer = reader.browser.post(path("lead"), "skipped", "true");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(reader.events(LeadSubmitted.class)).isEmpty();
  }

  @Test
  void a_lead_form_with_missing_fields_is_refused() {
    assertThat(reader.browser.post(path("lead")).status()).isEqualTo(500);
    assertThat(reader.events(LeadSubmitted.class)).isEmpty();
  }

  @Test
  void leaving_ends_the_visit_for_good() {
    reader.emulator.clock().advance(Duration.ofSeconds(42));
    report("leave");

    assertThat(reader.events(SessionEnded.class)).hasSize(1);
    for (String what : List.of("print", "download", "click", "lead", "leave")) {
      assertThat(reader.browser.post(path(what)).status()).as(what).isEqualTo(404);
    }
    assertThat(reader.events).hasSize(2);
  }

  @Test
  void leaving_adds_to_the_time_that_a_link_was_viewed() {
    Tracked link = reader.trackedLink();
    session = reader.browser.get(link.path()).session();
    reader.emulator.clock().advance(Duration.ofSeconds(42));
    report("leave");

    assertThat(reader.tracked(link).at("/shortStats/fullStats/viewDuration").intValue())
        .isEqualTo(42);
  }

  @Test
  void an_unknown_visit_cannot_be_reported_about() {
    session = "0".repeat(32);
    assertThat(reader.browser.post(path("print")).status()).isEqualTo(404);
    assertThat(reader.browser.get(path("print")).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Origin, https://elsewhere.example",
    "Origin, null"
  })
  void another_site_cannot_report(String header, String value) {
    assertThat(send(header, value).status()).isEqualTo(403);
    assertThat(reader.events(Printed.class)).isEmpty();
  }

  @Test
  void the_own_site_can_report() {
    assertThat(send("Sec-Fetch-Site", "same-origin").status()).isEqualTo(204);
    assertThat(send("Origin", reader.emulator.uri().toString()).status()).isEqualTo(204);
    assertThat(reader.events(Printed.class)).hasSize(2);
  }

  @Test
  void the_pdf_is_downloaded_under_the_name_of_the_publication() {
    reader.api.post(reader.publication(), "{name: 'Früh\"ling*; 1/2'}").ok();

    Response file = reader.browser.get(reader.content("common/downloads/publication.pdf"));

    assertThat(file.response().body()).isEqualTo(pdf);
    assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(file.header("Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"publication.pdf\";"
                + " filename*=UTF-8''Fr%C3%BCh%22ling%2A%3B%201%2F2.pdf");
  }

  @Test
  void a_long_name_is_cut_so_that_it_fits_into_a_folder() {
    reader.api.post(reader.publication(), "{name: '" + "\ud83d\ude00x".repeat(35_000) + "'}").ok();

    String header =
        reader
            .browser
            .get(reader.content("common/downloads/publication.pdf"))
            .header("Content-Disposition");

    String name = URLDecoder.decode(header.replaceFirst(".*''", ""), StandardCharsets.UTF_8);
    assertThat(name)
        .startsWith("\ud83d\ude00x\ud83d\ude00x")
        .endsWith(".pdf")
        .doesNotContain("\ufffd");
    assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(190, 200);
  }

  @Test
  void the_links_of_a_page_can_be_fetched() throws IOException {
    Response links = reader.browser.get(reader.content("pages/2.json"));

    assertThat(links.header("Content-Type")).isEqualTo("application/json");
    assertThat(new ObjectMapper().readTree(links.response().body()).at("/0/url").textValue())
        .isEqualTo(URL);
    assertThat(reader.browser.get(reader.content("pages/1.json")).text()).isEqualTo("[]");
    assertThat(reader.browser.get(reader.content("pages/13.json")).status()).isEqualTo(404);
  }

  private void report(String what, String... fields) {
    assertThat(reader.browser.post(path(what), fields).status()).as(what).isEqualTo(204);
  }

  private Response send(String header, String value) {
    return reader.browser.send(reader.browser.form(path("print")).header(header, value));
  }

  private String path(String what) {
    return "/reader/" + session + "/" + what;
  }
}
