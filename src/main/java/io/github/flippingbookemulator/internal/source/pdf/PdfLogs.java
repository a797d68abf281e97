package io.github.flippingbookemulator.internal.source.pdf;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps PDFBox from writing to the log of the application that embeds the emulator: the emulator
 * itself reports what is wrong with a PDF.
 */
final class PdfLogs {
  /** Strong references: otherwise a logger can be collected, and its level is lost. */
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
