package io.github.flippingbookemulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.fault.CallMatcher;
import io.github.flippingbookemulator.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the dashboard looks like: light, dark, on a phone, and to who does not see it. */
class DashboardLookBrowserTest extends WithDashboard {
  private static final List<String> SECTIONS =
      List.of(
          "overview",
          "publications",
          "links",
          "webhooks",
          "mails",
          "requests",
          "faults",
          "accounts",
          "state");

  @BeforeEach
  void fill() {
    page.emulator.accounts().open(AccountOptions.defaults());
    page.trigger("'created', 'session'");
    String link =
        page.link(
            page.publishAll("A name that is so long that a table has to break it"), "For Ann");
    page.emulator.readers().openLink(link).leaveAfter(Duration.ofSeconds(75));
    page.emulator
        .faults()
        .add(new Fault.Refuse(ErrorCode.INTERNAL_ERROR), CallMatcher.next().to("/auth/**"));
    page.emulator.faults().add(new Fault.Delay(Duration.ofSeconds(3)), CallMatcher.every());
    page.api.get("/auth/me").refused(500, "InternalError");
    page.publish("Summer");
    page.emulator.clock().advance(Duration.ofMillis(1500));
    page.publish("Autumn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void every_section_passes_the_check_of_accessibility_on_a_wide_screen(String scheme) {
    browser.prefer("prefers-color-scheme", scheme);
    for (String section : SECTIONS) {
      open(section);
      browser.screenshot("dashboard-" + section + "-" + scheme);
      assertAccessible(section);
    }
    assertThat(browser.complaints()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void every_section_passes_it_on_a_phone(String scheme) {
    browser.prefer("prefers-color-scheme", scheme);
    browser.screen(390, 844, true);
    for (String section : SECTIONS) {
      open(section);
      browser.screenshot("dashboard-" + section + "-phone-" + scheme);
      assertAccessible(section);
      assertThat(smallTargets()).as(section).isEqualTo(List.of());
    }
  }

  @Test
  void nothing_is_wider_than_a_small_phone() {
    browser.screen(360, 740, true);
    for (String section : SECTIONS) {
      open(section);
      assertThat(
              browser.driver.executeScript(
                  "return document.documentElement.scrollWidth <= innerWidth"))
          .as(section)
          .isEqualTo(true);
    }
  }

  @Test
  void dialogs_pass_it_and_the_empty_pages() {
    open("requests");
    browser.element(".call").click();
    page.awaitText("dialog", "Request");
    browser.screenshot("dashboard-exchange");
    assertAccessible("the exchange");
    open("webhooks");
    page.click("Payload and tries of delivery 1");
    page.awaitText("dialog", "Payload");
    browser.screenshot("dashboard-payload");
    assertAccessible("the payload");
    page.emulator.reset();
    for (String section : SECTIONS) {
      open(section);
      browser.screenshot("dashboard-" + section + "-empty");
      assertAccessible(section);
    }
  }

  @Test
  void the_form_for_the_token_passes_it() {
    page.close();
    page = new OpenDashboard(browser, options -> options.controlToken("secret-token"));
    browser.driver.get(page.emulator.uri() + "/");
    page.awaitText("#sign-in", "--control-token");
    browser.screenshot("dashboard-sign-in");
    assertAccessible("the form");
  }

  @Test
  void what_moves_does_not_where_it_is_not_wanted() {
    browser.prefer("prefers-reduced-motion", "reduce");
    open("state");
    page.click("Run");
    page.awaitText("#results", "The clock runs");
    assertThat(
            browser.driver.executeScript(
                "return getComputedStyle(document.querySelector('.toast')).animationName"))
        .isEqualTo("none");
  }

  private void open(String section) {
    page.show(section);
    browser.awaitScript(
        "return [...document.querySelectorAll('main > section:not([hidden]) > *')]"
            + ".some(each => each.tagName !== 'H2' && each.textContent.length > 3)");
    browser.awaitPictures();
  }

  /** What a thumb would miss: 44 pixels high, except links in text and boxes with their label. */
  private static Object smallTargets() {
    return browser.driver.executeScript(
        """
        return [...document.querySelectorAll('button, .button, select, summary, nav a,'
            + ' input:not([type=checkbox])')]
          .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 43.9)
          .map(each => each.outerHTML.slice(0, 80) + each.getBoundingClientRect().height);
        """);
  }

  /** Asks axe-core for violations of WCAG 2.2, A and AA, and of good practice. */
  private static void assertAccessible(String what) {
    if (!Boolean.TRUE.equals(browser.driver.executeScript("return typeof axe === 'object'"))) {
      browser.driver.executeScript(axe());
    }
    Object violations =
        browser.driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document).then(found => done(found.violations.flatMap(rule => rule.nodes.map(
              node => rule.id + ': ' + node.html.slice(0, 160) + ' ' + node.failureSummary))), done);
            """);
    assertThat(violations).as(what).isEqualTo(List.of());
  }

  private static String axe() {
    try (InputStream in = DashboardLookBrowserTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
