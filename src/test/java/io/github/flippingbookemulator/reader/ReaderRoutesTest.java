package io.github.flippingbookemulator.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.reader.ReaderActions.Tracked;
import io.github.flippingbookemulator.reader.ReaderEvent.SessionStarted;
import io.github.flippingbookemulator.testkit.CookieClient.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of publications and links, and the page for when there is nothing to read. */
class ReaderRoutesTest {
  @AutoClose private final ReaderActions reader = new ReaderActions(TestPdfs.pages(12));

  @Test
  void each_load_of_a_page_begins_a_visit() {
    Response first = reader.browser.get("/view/" + reader.hashId);
    Response second = reader.browser.get("/view/" + reader.hashId + "/");

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(reader.events(SessionStarted.class))
        .extracting(started -> started.session().id())
        .containsExactly(first.session(), second.session())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "3/, 3", "12, 12", "13, 12", "0, 1", "99999999999, 12"})
  void a_page_of_the_address_is_the_page_that_is_shown(String wanted, int shown) {
    assertThat(reader.browser.get(reader.view() + wanted).text())
        .contains("data-page=\"" + shown + "\"", "data-pages=\"12\"");
    assertThat(reader.browser.get(reader.trackedLink().path() + "/" + wanted).text())
        .contains("data-page=\"" + shown + "\"");
  }

  @Test
  void a_tracked_link_shows_the_same_as_a_visit_of_that_link() {
    Tracked link = reader.trackedLink();

    String session = reader.browser.get(link.path() + "/").session();

    SessionStarted started = reader.events(SessionStarted.class).get(0);
    assertThat(started.session().id()).isEqualTo(session);
    assertThat(started.session().linkId()).isEqualTo(link.id());
    assertThat(started.session().opening()).isEqualTo(1);
    assertThat(reader.tracked(link).at("/shortStats/fullStats/visits").intValue()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/view/100000001",
        "/view/100000001/2",
        "/view/UPPER",
        "/view/100000001/two",
        "/link/nobodyknows",
        "/link/nobody_knows/1"
      })
  void what_nobody_knows_is_a_page_and_no_visit(String path) {
    missing(path);
  }

  @Test
  void a_page_without_a_number_is_missing() {
    missing(reader.view() + "two");
    missing(reader.view() + "1.5");
  }

  @Test
  void an_empty_publication_is_missing() {
    String id = reader.api.post("/fbonline/publication", "{name: 'Empty'}").ok().text("/id");
    String hashId = reader.api.get("/fbonline/publication/" + id).ok().text("/publication/hashId");

    missing("/view/" + hashId);
  }

  @Test
  void a_deleted_publication_is_missing_and_so_are_its_links() {
    Tracked link = reader.trackedLink();
    reader.api.delete(reader.publication()).ok();

    missing(reader.view());
    missing(link.path());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Disable", "Delete"})
  void a_link_that_is_disabled_or_deleted_is_missing(String newState) {
    Tracked link = reader.trackedLink();
    reader.change(link, newState);

    missing(link.path());
  }

  @Test
  void a_link_that_was_not_opened_in_time_is_missing() {
    Instant until = reader.emulator.clock().now().plusSeconds(3600);
    Tracked link = reader.trackedLink(until);
    reader.emulator.clock().advance(Duration.ofHours(2));

    missing(link.path());
  }

  @Test
  void an_enabled_link_opens_again() {
    Tracked link = reader.trackedLink();
    reader.change(link, "Disable");
    reader.change(link, "Enable");

    assertThat(reader.browser.get(link.path()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<script>alert(1)</script>", "</title><script>", "\"><img src=x>", "' onload='x"})
  void names_and_labels_are_text_whatever_they_contain(String hostile) {
    String escaped =
        hostile
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;");
    reader
        .api
        .post(reader.publication(), "{\"name\": \"%s\"}".formatted(hostile.replace("\"", "\\\"")))
        .ok();
    reader.customize("{\"theme\": \"%s\"}".formatted(hostile.replace("\"", "\\\"")));
    reader
        .emulator
        .readers()
        .leadForm(
            reader.id,
            List.of(
                new Lead.Field(hostile, Lead.Type.TEXT), new Lead.Field("Email", Lead.Type.EMAIL)));

    String page = reader.browser.get(reader.view()).text();

    assertThat(page)
        .doesNotContain(hostile)
        .contains(
            "<title>" + escaped + "</title>",
            "<h1 dir=\"auto\">" + escaped + "</h1>",
            "<label for=\"field-1\" dir=\"auto\">" + escaped + "</label>",
            "data-theme=\"" + escaped + "\"");
  }

  @Test
  void text_that_looks_like_a_gap_of_a_template_is_text() {
    reader.api.post(reader.publication(), "{name: 'A {{session}} $1'}").ok();

    assertThat(reader.browser.get(reader.view()).text())
        .contains("<title>A {{session}} $1</title>");
  }

  @Test
  void nothing_but_the_emulators_own_files_is_allowed_in() {
    String policy = reader.browser.get(reader.view()).header("Content-Security-Policy");

    assertThat(policy)
        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "base-uri 'none'")
        .doesNotContain("unsafe", "http", "*");
    assertThat(reader.browser.get(reader.view()).text())
        .doesNotContain("<style", "style=\"", "onclick", "http://", "https://");
  }

  @Test
  void a_click_on_the_logo_leads_to_its_url_and_the_drawing_is_the_emulators_own() {
    reader.customize("{logoUrl: 'https://company.example:8443/a?x=1&y=2'}");

    Response page = reader.browser.get(reader.view());

    assertThat(page.text())
        .contains(
            " href=\"https://company.example:8443/a?x=1&amp;y=2\"><img",
            "<img class=\"logo\" alt=\"Logo\" src=\"/reader/assets/icon.svg\">");
    assertThat(page.header("Content-Security-Policy")).endsWith("img-src 'self'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "https://a.example; script-src *",
        "data:text/html;base64,AAAA",
        "company.example"
      })
  void a_logo_with_another_url_is_shown_without_a_link(String url) {
    reader.customize("{\"logoUrl\": \"%s\"}".formatted(url));

    Response page = reader.browser.get(reader.view());

    assertThat(page.text()).contains("class=\"logo\"").doesNotContain("class=\"logo-link\"");
    assertThat(page.header("Content-Security-Policy")).endsWith("img-src 'self'");
  }

  @Test
  void customization_reaches_the_page() {
    reader.customize("{hardCover: true, enableRtl: true, theme: 'navy'}");

    assertThat(reader.browser.get(reader.view()).text())
        .contains(
            "data-direction=\"rtl\"", "data-hard-cover=\"true\"", "data-theme=\"navy\"", "noindex");
  }

  @ParameterizedTest
  @CsvSource({
    "icon.svg, image/svg+xml",
    "reader.css, text/css;charset=utf-8",
    "reader.js, text/javascript;charset=utf-8"
  })
  void the_files_of_the_pages_come_from_the_jar(String name, String type) {
    Response file = reader.browser.get("/reader/assets/" + name);

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Type")).isEqualTo(type);
    assertThat(file.text()).doesNotContain("url(", "@import", "import(");
  }

  private void missing(String path) {
    Response page = reader.browser.get(path);
    assertThat(page.status()).as(path).isEqualTo(404);
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(page.text()).contains("<h1>Nothing to read here</h1>");
    assertThat(reader.events).as("events of " + path).isEmpty();
  }
}
