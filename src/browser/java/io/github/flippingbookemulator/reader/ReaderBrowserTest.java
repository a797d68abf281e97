package io.github.flippingbookemulator.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.flippingbookemulator.internal.source.pdf.LinkedPdf;
import io.github.flippingbookemulator.reader.ReaderEvent.Downloaded;
import io.github.flippingbookemulator.reader.ReaderEvent.LeadSubmitted;
import io.github.flippingbookemulator.reader.ReaderEvent.LinkClicked;
import io.github.flippingbookemulator.reader.ReaderEvent.Printed;
import io.github.flippingbookemulator.reader.ReaderEvent.SessionEnded;
import io.github.flippingbookemulator.reader.ReaderEvent.SessionStarted;
import io.github.flippingbookemulator.testkit.Chromium;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.print.PrintOptions;

/** The readers' pages in a real browser. */
class ReaderBrowserTest {
  private static final String URL = "https://shop.example/offer?a=1&b='2'";
  private static final byte[] PDF =
      new LinkedPdf(12, 420, 595).link(2, URL, 84, 119, 252, 238).bytes();

  @TempDir static Path profile;
  private static Chromium browser;

  private ReaderActions reader;

  @BeforeAll
  static void startBrowser() {
    browser = new Chromium(profile);
  }

  @AfterAll
  static void stopBrowser() {
    browser.close();
  }

  @BeforeEach
  void publish() {
    reader = new ReaderActions(PDF);
    reader.api.post(reader.publication(), "{name: 'Spring <b>catalog</b> & more'}").ok();
    browser.screen(1280, 800, false);
  }

  @AfterEach
  void tidy() {
    browser.tidy();
    reader.close();
  }

  @Test
  void pages_turn_by_buttons_and_the_cover_stands_alone() {
    open();
    assertPosition("Page 1 of 12");
    browser.screenshot("cover-light");

    browser.element("#next").click();
    assertPosition("Pages 2–3 of 12");
    assertThat(browser.driver.getCurrentUrl()).endsWith(reader.view() + "2/");
    browser.awaitPictures();
    browser.screenshot("spread-light");
    browser.element("#previous").click();
    assertPosition("Page 1 of 12");
    browser.element("#previous").click();
    assertPosition("Page 1 of 12");

    assertThat(browser.complaints()).isEmpty();
    assertThat(reader.events(SessionStarted.class)).hasSize(1);
  }

  @Test
  void pages_turn_by_keys() {
    open();
    pressed(Keys.ARROW_RIGHT, "Pages 2–3 of 12");
    pressed(Keys.PAGE_DOWN, "Pages 4–5 of 12");
    pressed(Keys.ARROW_LEFT, "Pages 2–3 of 12");
    pressed(Keys.END, "Page 12 of 12");
    pressed(Keys.ARROW_RIGHT, "Page 12 of 12");
    pressed(Keys.PAGE_UP, "Pages 10–11 of 12");
    pressed(Keys.HOME, "Page 1 of 12");
  }

  @Test
  void a_phone_shows_one_page_and_turns_it_by_swiping() {
    browser.screen(390, 780, true);
    open();
    browser.swipe(-150);
    assertPosition("Page 2 of 12");
    browser.swipe(-150);
    assertPosition("Page 3 of 12");
    browser.swipe(150);
    assertPosition("Page 2 of 12");
    browser.awaitPictures();
    browser.screenshot("phone-light");
    browser.prefer("prefers-color-scheme", "dark");
    browser.screenshot("phone-dark");
    assertThat(
            browser.driver.executeScript(
                "return document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
  }

  @Test
  void the_size_of_the_window_decides_between_one_page_and_two() {
    browser.open(reader.emulator.uri() + reader.view() + "5");
    assertPosition("Pages 4–5 of 12");
    browser.screen(600, 800, false);
    browser.awaitScript("return document.querySelectorAll('.page').length === 1");
    assertPosition("Page 5 of 12");
    browser.screen(1280, 800, false);
    browser.awaitScript("return document.querySelectorAll('.page').length === 2");
  }

  @Test
  void right_to_left_mirrors_pages_keys_buttons_and_swipes() {
    reader.customize("{enableRtl: true, hardCover: true, theme: 'teal'}");
    open();
    browser.screenshot("hard-cover-rtl");
    pressed(Keys.ARROW_RIGHT, "Page 1 of 12");
    pressed(Keys.ARROW_LEFT, "Pages 2–3 of 12");
    browser.awaitPictures();
    assertThat(left("[data-number='2']")).isGreaterThan(left("[data-number='3']"));
    assertThat(left("#previous")).isGreaterThan(left("#next"));
    pressed(Keys.PAGE_DOWN, "Pages 4–5 of 12");

    browser.screen(390, 780, true);
    browser.awaitScript("return document.querySelectorAll('.page').length === 1");
    browser.swipe(150);
    assertPosition("Page 5 of 12");
  }

  @Test
  void hard_cover_theme_and_logo_are_visible() {
    open();
    Object gray = color();
    assertThat(browser.driver.findElements(By.cssSelector(".hard"))).isEmpty();

    reader.customize("{hardCover: true, theme: 'crimson', logoUrl: 'https://a.example/'}");
    open();
    assertThat(browser.element("header .logo-link .logo").getRect().width).isPositive();
    browser.element(".page.hard[data-number='1']");
    assertThat(color()).isNotEqualTo(gray);
    browser.screenshot("hard-cover-crimson");
  }

  @Test
  void the_gate_opens_for_the_right_password_only() {
    reader.customize("{setPasswordProtection: 'manual', manualPassword: 'o\\'pen & <up>'}");
    open();
    enter("wrong");
    browser.awaitScript("return !!document.querySelector('#message').textContent");
    browser.screenshot("gate");
    assertThat(reader.events).isEmpty();

    enter("o'pen & <up>");
    browser.awaitScript("return !!document.querySelector('#position')?.textContent");
    browser.awaitPictures();
    assertPosition("Page 1 of 12");
    assertThat(reader.events(SessionStarted.class)).hasSize(1);
    assertThat(browser.driver.executeScript("return document.cookie")).isEqualTo("");
  }

  @Test
  void the_lead_form_sends_what_is_typed_and_shows_it_as_text() {
    String name = "<img src=x onerror=alert(1)> & \"Co\"";
    reader
        .emulator
        .readers()
        .leadForm(
            reader.id,
            List.of(
                new Lead.Field("Your <i>name</i>", Lead.Type.TEXT),
                new Lead.Field("E-mail", Lead.Type.EMAIL),
                new Lead.Field("Phone", Lead.Type.PHONE)));
    open();
    browser.element("#contact").click();
    browser.element("#field-1").sendKeys(name);
    browser.element("#field-2").sendKeys("not an address", Keys.ENTER);
    assertThat(reader.events(LeadSubmitted.class)).isEmpty();
    browser.screenshot("lead-form");
    browser.element("#field-2").clear();
    browser.element("#field-2").sendKeys("a@b.example", Keys.ENTER);

    await().until(() -> !reader.events(LeadSubmitted.class).isEmpty());
    assertThat(reader.events(LeadSubmitted.class).get(0).lead().answers())
        .extracting(Lead.Answer::value)
        .containsExactly(name, "a@b.example", "");
    browser.awaitScript("return !!document.querySelector('#notice').textContent");
    assertThat(browser.text("#notice")).contains("Your <i>name</i>: " + name);
    browser.screenshot("lead-sent");
  }

  @Test
  void closing_the_lead_form_is_no_lead_and_gives_the_focus_back() {
    open();
    browser.element("#contact").click();
    assertThat(browser.driver.switchTo().activeElement().getAttribute("id")).isEqualTo("field-1");
    browser.element("#close").click();
    assertThat(browser.driver.switchTo().activeElement().getAttribute("id")).isEqualTo("contact");

    browser.element("#contact").click();
    browser.element("#field-1").sendKeys(Keys.ESCAPE);
    assertThat(browser.driver.switchTo().activeElement().getAttribute("id")).isEqualTo("contact");
    assertThat(reader.events(LeadSubmitted.class)).isEmpty();
  }

  @Test
  void print_reports_and_prints_all_pages() throws IOException {
    open();
    browser.driver.executeScript(
        "window.print = () => window.printed = document.querySelectorAll('#paper img').length");
    browser.element("#print").click();

    browser.awaitScript("return window.printed === 12");
    assertThat(reader.events(Printed.class)).extracting(Printed::pages).containsExactly("1-12");
    byte[] paper =
        Base64.getDecoder().decode(browser.driver.print(new PrintOptions()).getContent());
    try (PDDocument printed = Loader.loadPDF(paper)) {
      assertThat(printed.getNumberOfPages()).isEqualTo(12);
    }
  }

  @Test
  void download_reports_and_fetches_the_pdf() {
    open();
    browser.element("#download").click();

    String file = reader.content("common/downloads/publication.pdf");
    await()
        .until(
            () ->
                reader.emulator.journal().requests().stream()
                    .anyMatch(call -> call.path().equals(file) && call.status() == 200));
    assertThat(reader.events(Downloaded.class)).hasSize(1);
    assertThat(reader.events(SessionEnded.class)).isEmpty();
  }

  @Test
  void a_link_of_the_pdf_lies_where_the_page_shows_it_and_reports_before_it_opens() {
    open();
    browser.press(Keys.ARROW_RIGHT);
    browser.awaitScript("return !!document.querySelector('.page a')");
    browser.awaitPictures();
    WebElement link = browser.element("[data-number='2'] a");
    var page = browser.element("[data-number='2']").getRect();
    assertThat((link.getRect().x - page.x) / (double) page.width).isBetween(0.19, 0.21);
    assertThat((link.getRect().y - page.y) / (double) page.height).isBetween(0.59, 0.61);
    assertThat(link.getAttribute("rel")).contains("noopener");

    link.click();

    await().until(() -> !reader.events(LinkClicked.class).isEmpty());
    assertThat(reader.events(LinkClicked.class)).extracting(LinkClicked::url).containsExactly(URL);
    assertThat(reader.events(LinkClicked.class)).extracting(LinkClicked::page).containsExactly(2);
    await().until(() -> browser.driver.getWindowHandles().size() == 2);
  }

  @Test
  void leaving_the_page_ends_the_visit() {
    open();
    reader.emulator.clock().advance(Duration.ofSeconds(7));
    browser.driver.get("about:blank");

    await().until(() -> !reader.events(SessionEnded.class).isEmpty());
    assertThat(reader.events(SessionEnded.class)).hasSize(1);
  }

  @Test
  void a_dark_page_is_dark() {
    browser.prefer("prefers-color-scheme", "dark");
    open();
    browser.press(Keys.ARROW_RIGHT);
    browser.awaitPictures();
    browser.screenshot("spread-dark");
    assertThat(
            browser.driver.executeScript(
                "return getComputedStyle(document.querySelector('header')).backgroundColor"))
        .isEqualTo("rgb(35, 35, 39)");
  }

  @Test
  void reduced_motion_turns_without_animation() {
    browser.prefer("prefers-reduced-motion", "reduce");
    open();
    assertThat(
            browser.driver.executeScript(
                "return getComputedStyle(document.querySelector('.page')).animationName"))
        .isEqualTo("none");
  }

  @Test
  void where_there_is_nothing_to_read_a_page_says_so() {
    browser.driver.get(reader.emulator.uri() + "/view/100000001/");
    assertThat(browser.text("h1")).isEqualTo("Nothing to read here");
    browser.screenshot("missing");
    assertThat(reader.events).isEmpty();
  }

  private void open() {
    browser.open(reader.emulator.uri() + reader.view());
  }

  private static void enter(String password) {
    browser.element("#password").sendKeys(password, Keys.ENTER);
  }

  private static void pressed(Keys key, String position) {
    browser.press(key);
    assertPosition(position);
  }

  private static void assertPosition(String position) {
    assertThat(browser.text("#position")).isEqualTo(position);
  }

  private static int left(String css) {
    return browser.element(css).getRect().x;
  }

  private static Object color() {
    return browser.driver.executeScript("return getComputedStyle(document.body).backgroundColor");
  }
}
