package io.github.flippingbookemulator.control;

import io.github.flippingbookemulator.testkit.Chromium;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests in one browser, each with a dashboard and an emulator of its own. */
abstract class WithDashboard {
  @TempDir static Path profile;
  static Chromium browser;

  OpenDashboard page;

  @BeforeAll
  static void startBrowser() {
    browser = new Chromium(profile);
  }

  @AfterAll
  static void stopBrowser() {
    browser.close();
  }

  @BeforeEach
  void open() {
    page = new OpenDashboard(browser);
  }

  @AfterEach
  void close() {
    page.close();
  }
}
