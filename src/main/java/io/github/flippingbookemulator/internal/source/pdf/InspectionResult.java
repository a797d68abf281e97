package io.github.flippingbookemulator.internal.source.pdf;

/** The result of {@link PdfInspection}. */
public sealed interface InspectionResult {

  /**
   * The file is a PDF that can be converted.
   *
   * @param pages the number of its pages, 1 to 2000
   */
  record Readable(int pages) implements InspectionResult {}

  /**
   * The file fails conversion.
   *
   * @param reason a sentence for users, on one line
   */
  record Refused(String reason) implements InspectionResult {}
}
