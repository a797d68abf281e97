package io.github.flippingbookemulator.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.reader.ReaderActions.Tracked;
import io.github.flippingbookemulator.reader.ReaderEvent.SessionStarted;
import io.github.flippingbookemulator.testkit.CookieClient.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of publications and links, and the page for when there is nothing to read. */
class ReaderRoutesTest {
  private ReaderActions desk;

  @BeforeEach
  void publish() {
    desk = new ReaderActions(TestPdfs.pages(12));
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void each_load_of_a_page_begins_a_visit() {
    Shown first = desk.browser.get("/view/" + desk.hashId);
    Shown second = desk.browser.get("/view/" + desk.hashId + "/");

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(desk.events(SessionStarted.class))
        .extracting(started -> started.session().id())
        .containsExactly(first.session(), second.session())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "3/, 3", "12, 12", "13, 12", "0, 1", "99999999999, 12"})
  void a_page_of_the_address_is_the_page_that_is_shown(String wanted, int shown) {
    assertThat(desk.browser.get(desk.view() + wanted).text())
        .contains("data-page=\"" + shown + "\"", "data-pages=\"12\"");
    assertThat(desk.browser.get(desk.trackedLink().path() + "/" + wanted).text())
        .contains("data-page=\"" + shown + "\"");
  }

  @Test
  void a_tracked_link_shows_the_same_as_a_visit_of_that_link() {
    Tracked link = desk.trackedLink();

    String session = desk.browser.get(link.path() + "/").session();

    SessionStarted started = desk.events(SessionStarted.class).get(0);
    assertThat(started.session().id()).isEqualTo(session);
    assertThat(started.session().linkId()).isEqualTo(link.id());
    assertThat(started.session().opening()).isEqualTo(1);
    assertThat(desk.tracked(link).at("/shortStats/fullStats/visits").intValue()).isEqualTo(1);
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
    missing(desk.view() + "two");
    missing(desk.view() + "1.5");
  }

  @Test
  void an_empty_publication_is_missing() {
    String id = desk.api.post("/fbonline/publication", "{name: 'Empty'}").ok().text("/id");
    String hashId = desk.api.get("/fbonline/publication/" + id).ok().text("/publication/hashId");

    missing("/view/" + hashId);
  }

  @Test
  void a_deleted_publication_is_missing_and_so_are_its_links() {
    Tracked link = desk.trackedLink();
    desk.api.delete(desk.publication()).ok();

    missing(desk.view());
    missing(link.path());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Disable", "Delete"})
  void a_link_that_is_disabled_or_deleted_is_missing(String newState) {
    Tracked link = desk.trackedLink();
    desk.change(link, newState);

    missing(link.path());
  }

  @Test
  void a_link_that_was_not_opened_in_time_is_missing() {
    Instant until = desk.emulator.clock().now().plusSeconds(3600);
    Tracked link = desk.trackedLink(until);
    desk.emulator.clock().advance(Duration.ofHours(2));

    missing(link.path());
  }

  @Test
  void an_enabled_link_opens_again() {
    Tracked link = desk.trackedLink();
    desk.change(link, "Disable");
    desk.change(link, "Enable");

    assertThat(desk.browser.get(link.path()).status()).isEqualTo(200);
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
    desk.api
        .post(desk.publication(), "{\"name\": \"%s\"}".formatted(hostile.replace("\"", "\\\"")))
        .ok();
    desk.customize("{\"theme\": \"%s\"}".formatted(hostile.replace("\"", "\\\"")));
    desk.emulator
        .readers()
        .leadForm(
            desk.id,
            List.of(
                new Lead.Field(hostile, Lead.Type.TEXT), new Lead.Field("Email", Lead.Type.EMAIL)));

    String page = desk.browser.get(desk.view()).text();

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
    desk.api.post(desk.publication(), "{name: 'A {{session}} $1'}").ok();

    assertThat(desk.browser.get(desk.view()).text()).contains("<title>A {{session}} $1</title>");
  }

  @Test
  void nothing_but_the_emulators_own_files_is_allowed_in() {
    String policy = desk.browser.get(desk.view()).header("Content-Security-Policy");

    assertThat(policy)
        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "base-uri 'none'")
        .doesNotContain("unsafe", "http", "*");
    assertThat(desk.browser.get(desk.view()).text())
        .doesNotContain("<style", "style=\"", "onclick", "http://", "https://");
  }

  @Test
  void a_logo_is_the_one_picture_from_elsewhere() {
    desk.customize("{logoUrl: 'https://cdn.example:8443/a/logo.png?x=1&y=2'}");

    Shown page = desk.browser.get(desk.view());

    assertThat(page.text()).contains("src=\"https://cdn.example:8443/a/logo.png?x=1&amp;y=2\"");
    assertThat(page.header("Content-Security-Policy"))
        .endsWith("img-src 'self' https://cdn.example:8443");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "https://a.example; script-src *",
        "https://a.example;script-src%20*/x",
        "https://*.example/x",
        "data:image/png;base64,AAAA",
        "logo.png"
      })
  void a_logo_that_cannot_be_a_picture_elsewhere_is_left_out(String url) {
    desk.customize("{\"logoUrl\": \"%s\"}".formatted(url));

    Shown page = desk.browser.get(desk.view());

    assertThat(page.text()).doesNotContain("class=\"logo\"");
    assertThat(page.header("Content-Security-Policy")).endsWith("img-src 'self'");
  }

  @Test
  void customization_reaches_the_page() {
    desk.customize("{hardCover: true, enableRtl: true, theme: 'navy'}");

    assertThat(desk.browser.get(desk.view()).text())
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
    Shown file = desk.browser.get("/reader/assets/" + name);

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Type")).isEqualTo(type);
    assertThat(file.text()).doesNotContain("url(", "@import", "import(");
  }

  private void missing(String path) {
    Shown page = desk.browser.get(path);
    assertThat(page.status()).as(path).isEqualTo(404);
    assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(page.text()).contains("<h1>Nothing to read here</h1>");
    assertThat(desk.events).as("events of " + path).isEmpty();
  }
}
