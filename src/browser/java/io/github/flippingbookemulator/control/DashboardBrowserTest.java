package io.github.flippingbookemulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What a person sees and does on the dashboard, in a real browser. */
class DashboardBrowserTest extends WithDashboard {
  @Test
  void a_publication_appears_converts_and_gets_its_cover_without_a_reload() {
    page.show("overview");
    page.awaitShown("There are no publications yet.");
    assertThat(page.shown()).contains("Authorization: Bearer emulator-key");

    page.publish("Spring");
    page.awaitText(".conversion", "Waits in the queue");
    assertThat(page.shown()).contains("Spring").doesNotContain("There are no publications yet.");
    assertThat(browser.driver.executeScript("return document.images.length")).isEqualTo(0L);

    page.click("Step: Spring");
    page.awaitText(".bar-label", "Preview, 0 %");
    page.emulator.clock().advance(Duration.ofMillis(500));
    browser.awaitScript("return document.querySelector('.conversion progress').value > 0.1");

    page.click("Advance the clock by 1 min");
    page.awaitShown("No PDF is being converted.");
    browser.awaitScript("return document.images.length === 1");
    browser.awaitPictures();
    assertThat(page.emulator.journal().requests()).as("watching is not a call").hasSize(1);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void a_pdf_that_cannot_be_used_ends_with_its_reason() {
    page.api.post("/fbonline/publication", "{name: 'Broken', filename: 'a.pdf', data: 'AAAA'}");
    page.emulator.clock().advance(Duration.ofMinutes(1));
    page.show("publications");
    page.awaitShown("In the trash");
    browser.element("[data-part=past] summary").click();
    page.awaitText("[data-part=past]", "Failed");
    assertThat(page.shown()).contains(page.emulator.conversions().all().get(0).failure());

    page.click("Restore Broken");
    page.awaitShown("No content yet");
    assertThat(page.emulator.publications().all().get(0).isTrashed()).isFalse();
  }

  @Test
  void the_clock_is_advanced_frozen_and_made_faster() {
    page.show("state");
    Instant before = page.emulator.clock().now();
    page.click("Advance the clock by 31 d");
    page.awaitText("#results", "The clock is at");
    assertThat(page.emulator.clock().now()).isEqualTo(before.plus(Duration.ofDays(31)));
    page.awaitText("#now", page.emulator.clock().now().toString().substring(0, 10));

    page.type("#advance-by", "PT90S");
    browser.element("#advance-by").sendKeys(Keys.ENTER);
    await().until(() -> page.emulator.clock().now().isAfter(before.plus(Duration.ofDays(31))));
    assertThat(Duration.between(before, page.emulator.clock().now()))
        .isEqualTo(Duration.ofDays(31).plusSeconds(90));

    page.awaitText("#speed", "frozen");
    page.type("#speed-input", "3600");
    page.click("Set the speed");
    page.awaitText("#speed", "3600×");
    assertThat(page.emulator.clock().speed()).isEqualTo(3600);
    String first = browser.text("#now");
    await().until(() -> !browser.text("#now").equals(first));
    page.click("Freeze");
    page.awaitText("#speed", "frozen");
    assertThat(page.emulator.clock().speed()).isZero();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void what_the_emulator_refuses_is_told_in_its_own_words() {
    page.show("overview");
    page.type("#advance-by", "soon");
    page.click("Advance");
    page.awaitText("#problems", "soon");
    assertThat(browser.text("#problems")).contains("by: received 'soon'").doesNotContain("success");
    page.click("Dismiss this message");
    assertThat(browser.text("#problems")).isEmpty();
  }

  /** So the name is right, too, if it is known only after the conversion itself. */
  @Test
  void what_names_a_publication_follows_its_name() {
    page.show("overview");
    String id = page.publish("Spring");
    page.awaitText(".conversion", "Spring");
    page.rename(id, "Summer");
    page.awaitText(".conversion", "Summer");
    page.awaitText("[aria-labelledby=h-latest]", "Source received: Summer");
  }

  @Test
  void a_delivery_is_read_and_sent_once_more() {
    page.show("webhooks");
    page.awaitShown("There are no triggers yet.");
    page.trigger("'created'");
    page.awaitShown(page.emulator.inbox("mine").url().toString());
    page.publishAll("Spring");
    page.awaitShown("delivered");

    page.click("Payload and tries of delivery 1");
    page.awaitText("dialog", "\"event\": \"created\"");
    browser.element("dialog").sendKeys(Keys.ESCAPE);
    page.click("Redeliver delivery 1");
    page.awaitText("#results", "Sent once more, as delivery 2.");
    page.awaitShown("#2");
    assertThat(page.emulator.inbox("mine").await(2)).hasSize(2);

    page.click("Read");
    page.awaitText(".inbox", "application/json");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void a_link_shows_its_statistics_and_the_mails_that_it_causes() {
    String link = page.link(page.publishAll("Spring"), "For Ann");
    page.show("links");
    page.awaitShown("For Ann");
    page.emulator.readers().openLink(link).leaveAfter(Duration.ofSeconds(75));
    page.awaitShown("1 min 15 s");
    page.click("Visit For Ann for 30 s");
    page.awaitShown("1 min 45 s");
    assertThat(page.texts("tbody td").get(1)).isEqualTo("2");
    page.click("Mark the statistics of For Ann as seen");
    page.awaitText("#results", "marked as seen");
    assertThat(page.emulator.links().all().get(0).sinceSeen().count()).isZero();

    browser.element("nav a[href='#mails']").click();
    page.awaitShown("session on a tracked link");
    page.click("Clear the outbox");
    page.awaitShown("The service would have sent no mail.");
    assertThat(page.emulator.outbox().mails()).isEmpty();
  }

  @Test
  void a_fault_is_added_strikes_and_another_is_taken_back() {
    page.show("faults");
    page.awaitShown("No fault waits.");
    page.choose("#fault-kind", "refuse");
    page.choose("#fault-code", "RateLimitExceeded");
    page.type("#fault-path", "/auth/**");
    page.click("Add the fault");
    page.awaitShown("/auth/**");
    page.choose("#fault-kind", "delay");
    page.click("Add the fault");
    page.awaitShown("PT5S");
    assertThat(page.emulator.faults().all()).hasSize(2);

    page.click("Take back fault 2");
    await().until(() -> page.emulator.faults().all().size() == 1);
    page.api.get("/auth/me").refused(429, "RateLimitExceeded");
    page.awaitShown("No fault waits.");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void the_journal_is_filtered_and_shows_the_full_exchange_with_the_key_masked() {
    page.api.get("/auth/me").ok();
    page.api.as("wrong").get("/auth/me").refused(403, "InvalidApiKey");
    page.publish("Spring");
    page.show("requests");
    page.awaitShown("Calls, newest first (3)");

    page.choose("#journal-status", "4");
    page.awaitShown("Calls, newest first (1)");
    assertThat(page.texts(".call")).containsExactly("GET /api/v1/auth/me");
    page.choose("#journal-status", "");
    page.choose("#journal-method", "POST");
    page.awaitShown("Calls, newest first (1)");
    assertThat(page.texts(".call")).containsExactly("POST /api/v1/fbonline/publication");
    page.choose("#journal-method", "");
    page.type("#journal-path", "auth");
    page.awaitShown("Calls, newest first (2)");
    browser.element("#journal-faults").click();
    page.awaitShown("Nothing in the journal is like that.");
    browser.element("#journal-faults").click();

    browser.element("tbody tr:nth-child(2) .call").click();
    page.awaitText("dialog", "Bearer ***");
    assertThat(browser.text("dialog"))
        .contains("\"email\": \"account-1@example.com\"")
        .doesNotContain("emulator-key");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void a_call_shows_what_it_relied_on_though_it_is_undocumented() {
    page.api.get("/fbonline/publication?count=1001").ok();
    page.show("requests");
    page.awaitText("tbody tr", "undocumented");
    browser.element(".call").click();
    page.awaitText("dialog .statement", "publication.count");
    assertThat(browser.text("dialog .statement")).doesNotContain("counts as 1000");
    browser.element("dialog .statement summary").sendKeys(Keys.ENTER);
    page.awaitText("dialog .statement", "A count above 1000 counts as 1000.");
    browser.screenshot("dashboard-statement");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void a_new_call_leaves_the_focus_and_the_rows_before_it_where_they_are() {
    page.api.get("/auth/me").ok();
    page.show("requests");
    page.awaitShown("(1)");
    browser.driver.executeScript(
        "window.row = document.querySelector('tbody tr'); row.querySelector('.call').focus()");
    page.publish("Spring");
    page.awaitShown("(2)");
    assertThat(
            browser.driver.executeScript(
                "return row === document.querySelector('tbody tr:nth-child(2)')"
                    + " && row.contains(document.activeElement)"))
        .isEqualTo(true);
  }

  @Test
  void one_account_can_be_looked_at_alone() {
    page.emulator.accounts().open(io.github.flippingbookemulator.account.AccountOptions.defaults());
    page.publish("Mine");
    page.api
        .as(page.emulator.accounts().all().get(1).apiKey())
        .post("/fbonline/publication", "{name: 'Other'}")
        .ok();
    page.show("publications");
    page.awaitShown("Other");
    assertThat(page.shown()).contains("Mine");
    page.choose("[aria-label=Publications] .field:last-child select", "2");
    page.awaitShown("Publications (1)");
    assertThat(page.texts(".name")).containsExactly("Other");
    browser.element("nav a[href='#requests']").click();
    page.awaitShown("Calls, newest first (1)");
  }

  @Test
  void keys_are_copied_made_and_revoked() {
    String origin = page.emulator.uri().toString();
    browser.cdp(
        "Browser.grantPermissions",
        Map.of(
            "origin",
            origin,
            "permissions",
            List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
    page.show("accounts");
    page.awaitShown("emulator-key");
    page.click("Copy the key");
    page.awaitText("#results", "Copied the key.");
    assertThat(
            browser.driver.executeAsyncScript(
                "navigator.clipboard.readText().then(arguments[0], arguments[0])"))
        .isEqualTo("emulator-key");

    page.click("New key for account-1@example.com");
    await().until(() -> page.emulator.accounts().defaultAccount().apiKeys().size() == 2);
    page.click("Revoke the key emulator-key");
    page.click("Revoke");
    await().until(() -> page.emulator.accounts().defaultAccount().apiKeys().size() == 1);
    page.awaitText("#results", "The key is revoked.");
    assertThat(page.shown()).doesNotContain("emulator-key");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void copying_works_where_the_page_is_not_trusted_with_the_clipboard() {
    page.show("accounts");
    page.awaitShown("emulator-key");
    browser.driver.executeScript(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined})");
    page.click("Copy the key");
    page.awaitText("#results", "Copied the key.");
    browser.element("#new-email").sendKeys(Keys.chord(Keys.CONTROL, "v"));
    assertThat(browser.element("#new-email").getDomProperty("value")).isEqualTo("emulator-key");
  }

  @Test
  void a_reset_is_asked_about_and_then_done() {
    page.publish("Spring");
    page.show("state");
    page.click("Reset the emulator");
    page.click("Cancel");
    assertThat(page.emulator.publications().all()).hasSize(1);
    browser.element("#reset").click();
    browser.element("dialog .danger").click();
    page.awaitText("#results", "Everything is as it was at the start.");
    assertThat(page.emulator.publications().all()).isEmpty();
    browser.element("nav a[href='#overview']").click();
    page.awaitShown("There are no publications yet.");
    page.publish("After");
    page.awaitShown("After");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void without_the_stream_the_page_asks_and_says_so() {
    page.show("overview");
    browser.cdp("Network.enable", Map.of());
    browser.cdp("Network.setBlockedURLs", Map.of("urls", List.of("*/_emulator/events")));
    browser.driver.navigate().refresh();
    page.awaitText("#link", "No live stream: asking every 2 seconds");
    page.publish("Spring");
    page.awaitText(".conversion", "Spring");
    browser.cdp("Network.setBlockedURLs", Map.of("urls", List.of()));
  }

  @Test
  void a_snapshot_is_downloaded_and_restored() throws Exception {
    Path folder = Files.createDirectory(profile.resolve("downloads"));
    browser.cdp(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", folder.toAbsolutePath().toString()));
    page.publishAll("Spring");
    page.show("state");
    page.click("Download");
    page.awaitText("#results", "The snapshot is downloaded.");
    Path file = folder.resolve("flippingbook-emulator-snapshot.json");
    await().until(() -> Files.exists(file));
    await().until(() -> Files.readString(file).equals(page.emulator.snapshot().toJson()));

    page.emulator.reset();
    browser.element("#snapshot-file").sendKeys(file.toAbsolutePath().toString());
    page.click("Restore it");
    page.click("Restore");
    page.awaitText("#results", "The snapshot is restored.");
    browser.element("nav a[href='#publications']").click();
    page.awaitShown("Spring");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void with_a_token_the_page_asks_for_it_first() {
    page.close();
    page = new OpenDashboard(browser, options -> options.controlToken("secret-token"));
    browser.driver.get(page.emulator.uri() + "/");
    page.awaitText("#sign-in", "--control-token");
    assertThat(page.texts("main > section")).hasSize(1);
    browser.element("#token").sendKeys("wrong", Keys.ENTER);
    page.awaitText("#problems", "This is not the token of --control-token.");
    browser.element("#token").sendKeys("secret-token", Keys.ENTER);
    page.awaitText("#link", "Live");
    page.awaitShown("There are no publications yet.");
    page.publish("Spring");
    page.awaitText(".conversion", "Spring");
    assertThat(browser.driver.executeScript("return document.cookie")).isEqualTo("");
  }
}
