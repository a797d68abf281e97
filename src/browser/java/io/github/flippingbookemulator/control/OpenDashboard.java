package io.github.flippingbookemulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.internal.source.pdf.LinkedPdf;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Chromium;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** An emulator whose clock stands still, and a browser that shows its dashboard. */
final class OpenDashboard implements AutoCloseable {
  static final byte[] PDF = new LinkedPdf(12, 420, 595).bytes();

  final Emulator emulator;
  final Api api;
  final Chromium browser;

  OpenDashboard(Chromium browser) {
    this(browser, options -> options);
  }

  OpenDashboard(Chromium browser, UnaryOperator<EmulatorOptions> more) {
    EmulatorOptions options = EmulatorOptions.defaults().speed(0).rateLimit(RateLimit.OFF);
    emulator = Emulator.start(more.apply(options));
    api = new Api(emulator);
    this.browser = browser;
    browser.screen(1280, 900, false);
  }

  /** Shows a section and waits until its content is there. */
  void show(String section) {
    browser.openUndisturbed(
        emulator.uri() + "/#" + section,
        Duration.ofSeconds(20),
        "return document.querySelector('#link')?.textContent === 'Live'"
            + " && !!document.querySelector('#now').textContent");
  }

  /** Publishes without waiting for the conversion, and returns the id. */
  String publish(String name) {
    return api.post(
            "/fbonline/publication",
            "{name: '%s', filename: 'spring.pdf', data: '%s'}".formatted(name, Api.base64(PDF)))
        .ok()
        .text("/id");
  }

  /** Gives a publication another name. */
  void rename(String id, String name) {
    api.post("/fbonline/publication/" + id, "{name: '%s'}".formatted(name)).ok();
  }

  /** Publishes, and lets the conversion end. */
  String publishAll(String name) {
    String id = publish(name);
    emulator.clock().advance(Duration.ofMinutes(1));
    return id;
  }

  /** Makes a link and returns its urlName. */
  String link(String publication, String title) {
    return api.post(
            "/fbonline/tracked_links",
            "{publicationUid: '%s', title: '%s', onViewTrigger: true, notificationType: 'Email'}"
                .formatted(publication, title))
        .ok()
        .text("/links/0/urlName");
  }

  /** Makes a trigger that tells the inbox "mine". */
  void trigger(String events) {
    api.post(
            "/fbonline/triggers",
            "{trigger: {events: [%s], endpoint: '%s'}}"
                .formatted(events, emulator.inbox("mine").url()))
        .ok();
  }

  /** What is shown in the section that is open. */
  String shown() {
    return browser.text("main > section:not([hidden])");
  }

  void awaitShown(String text) {
    awaitText("main > section:not([hidden])", text);
  }

  void awaitText(String css, String text) {
    await()
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(browser.text(css)).contains(text));
  }

  /** The button that says this, to the eye or to a screen reader; in a dialog, if one is open. */
  WebElement button(String name) {
    boolean asked = !browser.driver.findElements(By.cssSelector("dialog[open]")).isEmpty();
    By buttons = By.cssSelector(asked ? "dialog button" : "button");
    return browser.driver.findElements(buttons).stream()
        .filter(WebElement::isDisplayed)
        .filter(each -> name.equals(each.getText()) || name.equals(each.getAccessibleName()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no button '" + name + "' in\n" + shown()));
  }

  void click(String button) {
    await().ignoreExceptions().until(() -> clicked(button));
  }

  private boolean clicked(String name) {
    button(name).click();
    return true;
  }

  void type(String css, String text) {
    WebElement input = browser.element(css);
    input.clear();
    input.sendKeys(text);
  }

  void choose(String css, String value) {
    browser.element(css).findElement(By.cssSelector("option[value='" + value + "']")).click();
  }

  List<String> texts(String css) {
    return browser.driver.findElements(By.cssSelector(css)).stream()
        .filter(WebElement::isDisplayed)
        .map(WebElement::getText)
        .toList();
  }

  @Override
  public void close() {
    browser.tidy();
    emulator.close();
  }
}
