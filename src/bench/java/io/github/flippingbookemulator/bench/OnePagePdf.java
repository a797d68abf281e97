package io.github.flippingbookemulator.bench;

import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import java.util.Base64;

/** The call that creates a publication from a PDF of one page. */
final class OnePagePdf {
  private OnePagePdf() {}

  static byte[] publish() {
    String data = Base64.getEncoder().encodeToString(TestPdfs.pages(1));
    return KeepAlive.post(
        "/api/v1/fbonline/publication",
        "{\"name\":\"One page\",\"filename\":\"one.pdf\",\"data\":\"" + data + "\"}");
  }
}
