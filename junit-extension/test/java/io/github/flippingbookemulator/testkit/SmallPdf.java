package io.github.flippingbookemulator.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A PDF of empty pages. */
public final class SmallPdf {
  private SmallPdf() {}

  public static String base64(int pages) {
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    StringBuilder offsets = new StringBuilder();
    String kids =
        IntStream.range(0, pages)
            .mapToObj(page -> page + 3 + " 0 R")
            .collect(Collectors.joining(" "));
    for (int number = 1; number < pages + 3; number++) {
      offsets.append("%010d 00000 n \n".formatted(pdf.length()));
      String object =
          switch (number) {
            case 1 -> "/Type /Catalog /Pages 2 0 R";
            case 2 -> "/Type /Pages /Count " + pages + " /Kids [" + kids + "]";
            default -> "/Type /Page /Parent 2 0 R /MediaBox [0 0 90 90]";
          };
      pdf.append(number).append(" 0 obj\n<< ").append(object).append(" >>\nendobj\n");
    }
    int table = pdf.length();
    pdf.append("xref\n0 %d\n0000000000 65535 f \n%s".formatted(pages + 3, offsets))
        .append("trailer\n<< /Size %d /Root 1 0 R >>\n".formatted(pages + 3))
        .append("startxref\n%d\n%%%%EOF\n".formatted(table));
    return Base64.getEncoder().encodeToString(pdf.toString().getBytes(StandardCharsets.US_ASCII));
  }
}
