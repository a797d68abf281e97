package io.github.flippingbookemulator.internal.compare;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The file of all publications that probes make: one empty page. */
final class SamplePdf {
  private static final String TEXT =
      """
      %PDF-1.4
      1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
      2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
      3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 420 595]>> endobj
      xref
      0 4
      0000000000 65535 f\s
      0000000009 00000 n\s
      0000000056 00000 n\s
      0000000112 00000 n\s
      trailer <</Root 1 0 R /Size 4>>
      startxref
      181
      %%EOF
      """;

  private SamplePdf() {}

  static String base64() {
    return Base64.getEncoder().encodeToString(TEXT.getBytes(StandardCharsets.US_ASCII));
  }
}
