package io.github.flippingbookemulator.testkit;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.PointerInput.Kind;
import org.openqa.selenium.interactions.PointerInput.MouseButton;
import org.openqa.selenium.interactions.PointerInput.Origin;
import org.openqa.selenium.interactions.Sequence;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real browser without a window, which cannot reach anything but this machine. */
public final class Chromium implements AutoCloseable {
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  /** The browser gives up all requests when another process starts or stops a container. */
  private static final String NETWORK_CHANGED = "net::ERR_NETWORK_CHANGED";

  // Warns of browsers that are newer than Selenium's typed commands, of which none is used here.
  private static final Logger VERSIONS =
      Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

  static {
    VERSIONS.setLevel(Level.SEVERE);
  }

  public final ChromeDriver driver;

  /** Starts Debian's browser with Debian's driver; nothing is looked for elsewhere. */
  public Chromium(Path profile) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(System.getProperty("chromium", "/usr/bin/chromium"));
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(
                Path.of(System.getProperty("chromedriver", "/usr/bin/chromedriver")).toFile())
            .usingAnyFreePort()
            .build();
    driver = new ChromeDriver(service, options);
  }

  /** Shows the page as on a screen of this size, in pixels. */
  public Chromium screen(int width, int height, boolean phone) {
    cdp(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
    return this;
  }

  /** Asks for a style, such as {@code prefers-color-scheme: dark}. */
  public void prefer(String feature, String value) {
    cdp(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", feature, "value", value))));
  }

  /** Opens a page and waits until its pictures are there. */
  public void open(Object url) {
    driver.get(url.toString());
    awaitPictures();
  }

  public void awaitPictures() {
    awaitScript("return [...document.images].every(i => i.complete && i.naturalWidth > 0)");
  }

  public void awaitScript(String condition) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Boolean.TRUE.equals(driver.executeScript(condition)));
  }

  public WebElement element(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  public String text(String css) {
    return element(css).getText();
  }

  public void press(CharSequence key) {
    element("body").sendKeys(key);
  }

  /** Moves a finger across the book. */
  public void swipe(int pixels) {
    PointerInput finger = new PointerInput(Kind.TOUCH, "finger");
    Sequence swipe =
        new Sequence(finger, 0)
            .addAction(
                finger.createPointerMove(
                    Duration.ZERO, Origin.fromElement(element("#pages")), -pixels / 2, 0))
            .addAction(finger.createPointerDown(MouseButton.LEFT.asArg()))
            .addAction(
                finger.createPointerMove(Duration.ofMillis(100), Origin.pointer(), pixels, 0))
            .addAction(finger.createPointerUp(MouseButton.LEFT.asArg()));
    driver.perform(List.of(swipe));
  }

  /** What the browser complained about, such as a broken security policy. */
  public List<String> complaints() {
    return messages().filter(each -> !each.contains(NETWORK_CHANGED)).toList();
  }

  /** Opens a page as often as the machine's network changes while it loads. */
  public void openUndisturbed(Object url, Duration patience, String condition) {
    while (true) {
      driver.get("about:blank");
      driver.get(url.toString());
      try {
        await().atMost(patience).until(() -> Boolean.TRUE.equals(driver.executeScript(condition)));
        return;
      } catch (ConditionTimeoutException e) {
        if (messages().noneMatch(each -> each.contains(NETWORK_CHANGED))) {
          throw e;
        }
      }
    }
  }

  private Stream<String> messages() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(entry -> entry.getMessage());
  }

  /** Takes a picture of what is shown, for people to look at. */
  public void screenshot(String name) {
    driver.executeScript("document.getAnimations().forEach(a => a.finish())");
    try {
      Files.createDirectories(SCREENSHOTS);
      Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets what one test has set: cookies, screen, preferences, further tabs. */
  public void tidy() {
    String first = driver.getWindowHandles().iterator().next();
    for (String tab : driver.getWindowHandles()) {
      if (!tab.equals(first)) {
        driver.switchTo().window(tab).close();
      }
    }
    driver.switchTo().window(first);
    driver.get("about:blank");
    cdp("Network.clearBrowserCookies", Map.of());
    cdp("Emulation.setEmulatedMedia", Map.of("features", List.of()));
    complaints();
  }

  @Override
  public void close() {
    driver.quit();
  }

  /** Commands the browser in its own protocol. */
  public void cdp(String command, Map<String, Object> parameters) {
    driver.executeCdpCommand(command, parameters);
  }
}
