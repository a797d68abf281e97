package io.github.flippingbookemulator.cli;

import io.github.flippingbookemulator.internal.journal.Secrets;
import io.github.flippingbookemulator.journal.LogFormat;
import io.github.flippingbookemulator.journal.LogLevel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;

/**
 * What the process logs: one line a message on standard error. The log of an application that
 * embeds the emulator is its own affair and stays as it is.
 *
 * <p>{@code java.util.logging} makes one of these with the first message, since loading all of it
 * takes time at every start; that is why this class is public.
 */
public final class ProcessLog {
  private static final String CONFIGURATION = "java.util.logging.config.";
  private static volatile LogLevel level = LogLevel.DEFAULT;
  private static volatile LogFormat format = LogFormat.TEXT;
  private static volatile Supplier<Secrets> secrets = Secrets::new;

  /**
   * Sets the log up.
   *
   * @throws IOException never
   */
  public ProcessLog() throws IOException {
    String settings =
        """
        handlers = %s
        .level = %s
        %1$s.level = ALL
        %1$s.formatter = %s
        """
            .formatted(
                ConsoleHandler.class.getName(),
                level == LogLevel.QUIET ? Level.SEVERE : Level.INFO,
                LogLine.class.getName());
    LogManager.getLogManager()
        .readConfiguration(new ByteArrayInputStream(settings.getBytes(StandardCharsets.UTF_8)));
  }

  /** Takes the log over, before the first message. Who brings a logging configuration keeps it. */
  static void takeOver() {
    if (System.getProperty(CONFIGURATION + "file") == null
        && System.getProperty(CONFIGURATION + "class") == null) {
      System.setProperty(CONFIGURATION + "class", ProcessLog.class.getName());
      System.setProperty("java.util.logging.manager", LastingLogs.class.getName());
    }
  }

  /** Chooses what is logged and how, before the first message. */
  static void use(LogLevel newLevel, LogFormat newFormat) {
    level = newLevel;
    format = newFormat;
  }

  /** Begins the log now, since no log can begin when the process has begun to end. */
  static void begin() {
    LogManager.getLogManager().getLogger("").getHandlers();
  }

  /** Sets how the secrets are found that the process's emulator knows. */
  static void secrets(Supplier<Secrets> newest) {
    secrets = newest;
  }

  static Secrets secrets() {
    return secrets.get();
  }

  static LogFormat format() {
    return format;
  }
}
