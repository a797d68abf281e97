package io.github.flippingbookemulator.junit;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts the first server in the background while JUnit still looks for tests: for builds on a
 * machine with a processor to spare, and test modules that use the emulator in any case. Where no
 * test uses it, this takes about a second of processor time for nothing, so it is off unless the
 * configuration parameter {@value #PARAMETER} is {@code true}.
 *
 * <p>JUnit finds this class as a service. Where tests are run without JUnit's own launcher, nobody
 * asks for it, and the first server starts with the first test.
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

  /** Where JUnit takes its parameters from, too; it passes them on only with a test. */
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
      return ""; // JUnit complains about it itself
    }
    return file.getProperty(PARAMETER, "").strip();
  }
}
