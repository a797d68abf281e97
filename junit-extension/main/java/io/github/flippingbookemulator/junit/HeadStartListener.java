package io.github.flippingbookemulator.junit;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts the first server in the background while JUnit still looks for tests. This helps on a
 * machine with a free processor, in test modules that always use the emulator. If no test uses it,
 * about a second of processor time is wasted, so it is off unless the configuration parameter
 * {@value #PARAMETER} is {@code true}.
 *
 * <p>JUnit loads this class as a service. Without JUnit's own launcher it is not loaded, and the
 * first server starts with the first test.
 */
public final class HeadStartListener implements LauncherSessionListener {
  static final String PARAMETER = "flippingbook.emulator.headstart";

  /** Called by JUnit's service loader. */
  public HeadStartListener() {}

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (parameter().equals("true")) {
      Pool.SHARED.prepare();
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    Pool.SHARED.closeIdle();
  }

  /** Reads the parameter from the same sources as JUnit, which passes parameters only to tests. */
  private static String parameter() {
    return Optional.ofNullable(System.getProperty(PARAMETER)).orElseGet(HeadStartListener::inFile);
  }

  private static String inFile() {
    Properties file = new Properties();
    ClassLoader classes = Thread.currentThread().getContextClassLoader();
    try (InputStream in =
        classes == null ? null : classes.getResourceAsStream("junit-platform.properties")) {
      if (in != null) {
        file.load(in);
      }
    } catch (IOException | IllegalArgumentException e) {
      return ""; // JUnit itself reports the error
    }
    return file.getProperty(PARAMETER, "").strip();
  }
}
