package io.github.flippingbookemulator.internal.source.pdf;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps PDFBox from writing to the log of whoever embeds the emulator: what is wrong with a PDF is
 * told by the emulator, in its own words.
 */
final class PdfLogs {
  /** Held for good: the level of a logger that nobody holds is lost with it. */
  private static final List<Logger> LOGGERS =
      List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

  private PdfLogs() {}

  /** Turns PDFBox's loggers off, unless the application has given them a level of its own. */
  static void silence() {
    for (Logger logger : LOGGERS) {
      if (logger.getLevel() == null) {
        logger.setLevel(Level.OFF);
      }
    }
  }
}
