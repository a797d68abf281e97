package io.github.flippingbookemulator.internal.source.pdf;

/** What {@link PdfInspection} found out about a file. */
public sealed interface InspectionResult {

  /**
   * The file is a PDF that can be converted.
   *
   * @param pages how many pages it holds, 1 to 2000
   */
  record Readable(int pages) implements InspectionResult {}

  /**
   * The file fails conversion.
   *
   * @param reason a sentence for people, on one line
   */
  record Refused(String reason) implements InspectionResult {}
}
