package io.github.flippingbookemulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.flippingbookemulator.reader.Lead.Field;
import io.github.flippingbookemulator.reader.Lead.Type;
import io.github.flippingbookemulator.reader.VisitControl;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What others put in: hostile texts, keys instead of a mouse, and a great many things. */
class DashboardInputBrowserTest extends WithDashboard {
  private static final String HOSTILE =
      "<img src=x onerror=\"document.title=\\'hit\\';window.hit=1\">";
  private static final String SCRIPT = "javascript:window.hit=2";

  @Test
  void foreign_text_stays_text_and_foreign_addresses_cannot_be_followed() {
    page.trigger("'created', 'lead', 'link', 'session'");
    String id = page.publishAll(HOSTILE);
    String hashId = page.emulator.publications().get(id).hashId();
    page.emulator
        .readers()
        .leadForm(id, List.of(new Field("<b>Name</b>", Type.TEXT), new Field("Email", Type.EMAIL)));
    VisitControl visit = page.emulator.readers().openLink(page.link(id, HOSTILE));
    visit.click(SCRIPT, 1);
    visit.submitLead("<script>window.hit=3</script>", "ann@example.com");
    visit.leave();
    page.api.get("/nothing?q=" + "%3Csvg/onload=window.hit=4%3E").refused(404, "NotFound");
    page.emulator.conversions().failNext("<iframe src=javascript:window.hit=5>");
    page.publishAll("Fails");

    for (String section :
        List.of("overview", "publications", "links", "webhooks", "mails", "requests", "accounts")) {
      page.show(section);
      page.awaitShown(section.equals("requests") ? "/nothing" : "");
      if (section.equals("requests")) {
        page.choose("#journal-kind", "all");
        page.awaitShown("Name</b>: <script>");
        assertThat(page.shown()).contains(SCRIPT);
      }
      if (section.equals("publications") || section.equals("links")) {
        page.awaitShown("<img src=x onerror=");
      }
      browser.driver.executeScript(
          "document.querySelectorAll('details').forEach(each => { each.open = true; })");
      assertNothingForeign(section);
    }
    page.show("webhooks");
    for (int number = 1; number <= page.emulator.deliveries().all().size(); number++) {
      page.click("Payload and tries of delivery " + number);
      assertNothingForeign("payload");
      browser.element("dialog").sendKeys(Keys.ESCAPE);
    }
    page.show("requests");
    page.awaitShown("POST");
    int calls = page.texts(".call").size();
    for (int i = 1; i <= calls; i++) {
      browser.element("tbody tr:nth-child(" + i + ") .call").click();
      page.awaitText("dialog", "Request");
      assertNothingForeign("exchange");
      browser.element("dialog").sendKeys(Keys.ESCAPE);
    }
    assertThat(page.emulator.publications().get(id).hashId()).isEqualTo(hashId);
    assertThat(browser.complaints()).isEmpty();
  }

  /** Markup of others would be an element that the page never makes, or an address elsewhere. */
  private static void assertNothingForeign(String where) {
    assertThat(
            browser.driver.executeScript(
                """
                return [...document.querySelectorAll(
                    'script:not([src^="/dashboard/"]), iframe, svg, b, [onerror], [onload], [style],'
                    + ' img:not([src^="/dashboard/covers/"]), a, [formaction], object, embed')]
                  .filter(each => each.tagName !== 'A' || !/^(#|\\/(?!\\/))/.test(each.getAttribute('href')))
                  .map(each => each.outerHTML);
                """))
        .as(where)
        .isEqualTo(List.of());
    assertThat(browser.driver.executeScript("return window.hit")).as(where).isNull();
  }

  @Test
  void everything_can_be_reached_by_keys() {
    page.api.get("/auth/me").ok();
    page.show(""); // a section in the address would be where the keys begin
    List<String> first = new ArrayList<>();
    while (first.size() < 21) {
      first.add(name(tab()));
    }
    assertThat(first)
        .containsExactly(
            "Skip to the content",
            "Run",
            "Speed, as a multiple of real time",
            "Set the speed",
            "Advance the clock by 1 min",
            "Advance the clock by 1 h",
            "Advance the clock by 1 d",
            "Advance the clock by 31 d",
            "Advance by an ISO 8601 duration",
            "Advance",
            "Overview",
            "Publications",
            "Links",
            "Webhooks",
            "Mails",
            "Requests",
            "Faults",
            "Accounts",
            "Clock & state",
            first.get(19),
            first.get(20));
    assertThat(first.get(19)).contains("publications");

    browser.element("nav a[href='#requests']").sendKeys(Keys.ENTER);
    page.awaitShown("GET /api/v1/auth/me");
    assertThat(name(focused())).isEqualTo("Requests");
    WebElement call = tab();
    while (!name(call).equals("GET /api/v1/auth/me")) {
      assertThat(outline()).as(name(call)).isNotEqualTo("none");
      call = tab();
    }
    call.sendKeys(Keys.ENTER);
    page.awaitText("dialog", "Bearer ***");
    focused().sendKeys(Keys.ESCAPE);
    await()
        .until(
            () -> browser.driver.findElements(org.openqa.selenium.By.tagName("dialog")).isEmpty());
    assertThat(name(focused())).isEqualTo("GET /api/v1/auth/me");

    browser.element("nav a[href='#state']").sendKeys(Keys.ENTER);
    page.awaitShown("Reset the emulator");
    browser.element("#reset").sendKeys(Keys.ENTER);
    assertThat(name(focused())).isEqualTo("Cancel");
    focused().sendKeys(Keys.ENTER);
    await().until(() -> name(focused()).equals("Reset the emulator"));
    assertThat(page.emulator.journal().requests()).hasSize(1);
  }

  private static WebElement tab() {
    focused().sendKeys(Keys.TAB);
    return focused();
  }

  private static WebElement focused() {
    return browser.driver.switchTo().activeElement();
  }

  private static String name(WebElement element) {
    return element.getAccessibleName();
  }

  private static Object outline() {
    return browser.driver.executeScript(
        "return getComputedStyle(document.activeElement).outlineStyle");
  }

  @Test
  void thousands_of_things_are_shown_in_slices() {
    for (int i = 1; i <= 2000; i++) {
      page.api.post("/fbonline/publication", "{name: 'Number %d'}".formatted(i)).ok();
    }
    for (int i = 1; i <= 6000; i++) { // with those before and their events: a full journal
      page.api.get("/auth/me").ok();
    }
    page.show("publications");
    page.awaitShown("Publications (2000)");
    assertThat(rows()).isEqualTo(50);
    page.click("Show more (50 of 2000)");
    assertThat(rows()).isEqualTo(100);
    page.type("#publication-search", "number 1234");
    page.awaitShown("Publications (1)");

    browser.element("nav a[href='#requests']").click();
    page.awaitShown("Calls, newest first");
    assertThat(rows()).isEqualTo(200);
    browser.element("main > section:not([hidden]) > .more").click();
    assertThat(rows()).isEqualTo(400);
    page.type("#journal-path", "publication");
    await().until(() -> page.texts(".call").stream().allMatch(each -> each.startsWith("POST")));
    assertThat(browser.complaints()).isEmpty();
  }

  private static long rows() {
    return (Long)
        browser.driver.executeScript(
            "return document.querySelectorAll("
                + "'main > section:not([hidden]) > table > tbody > tr').length");
  }
}
