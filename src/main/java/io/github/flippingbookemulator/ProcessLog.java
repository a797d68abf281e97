package io.github.flippingbookemulator;

/**
 * What the process logs: one line a message on standard error, with time, level and text. The log
 * of an application that embeds the emulator is its own affair and stays as it is.
 */
final class ProcessLog {
  private static final String FORMAT = "java.util.logging.SimpleFormatter.format";

  private ProcessLog() {}

  /**
   * Sets the format by a property, which java.util.logging reads with the first message: installing
   * a formatter would load all of it at every start. Who brings a logging configuration keeps it.
   */
  static void useOneLineFormat() {
    if (System.getProperty(FORMAT) == null
        && System.getProperty("java.util.logging.config.file") == null) {
      System.setProperty(FORMAT, "%1$tT.%1$tL %4$s %5$s%6$s%n");
    }
  }
}
