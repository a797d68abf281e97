package io.github.flippingbookemulator.internal.source.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.internal.source.pdf.InspectionResult.Readable;
import io.github.flippingbookemulator.internal.source.pdf.InspectionResult.Refused;
import io.github.flippingbookemulator.internal.time.Deadline;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfInspectionTest {
  private static final Deadline DEADLINE = Deadline.after(Duration.ofHours(1));
  @TempDir Path folder;

  @Test
  void a_pdf_is_readable_with_its_number_of_pages() throws IOException {
    assertThat(inspect(TestPdfs.pages(1))).isEqualTo(new Readable(1));
    assertThat(inspect(TestPdfs.pages(12))).isEqualTo(new Readable(12));
  }

  @Test
  void twelve_pages_fit_into_a_request_of_1_mb() {
    assertThat(Base64.getEncoder().encodeToString(TestPdfs.pages(12))).hasSizeLessThan(900_000);
    assertThat(Base64.getEncoder().encodeToString(TestPdfs.pages(2001))).hasSizeLessThan(900_000);
  }

  @Test
  void two_thousand_pages_are_accepted_and_one_more_is_not() throws IOException {
    assertThat(inspect(TestPdfs.pages(2000))).isEqualTo(new Readable(2000));
    assertThat(reason(TestPdfs.pages(2001)))
        .isEqualTo("The PDF has 2001 pages; 2000 are accepted.");
  }

  @Test
  void pages_beyond_the_limit_are_found_where_the_count_hides_them() throws IOException {
    assertThat(reason(tree("3 0 R ".repeat(2001), "1")))
        .isEqualTo("The PDF has more than 2000 pages.");
  }

  @Test
  void the_tree_counts_where_the_declared_count_is_too_small_or_missing() throws IOException {
    assertThat(inspect(tree("3 0 R 3 0 R ", "1"))).isEqualTo(new Readable(2));
    assertThat(inspect(tree("3 0 R", "-5"))).isEqualTo(new Readable(1));
    assertThat(inspect(tree("3 0 R", "null"))).isEqualTo(new Readable(1));
  }

  @Test
  void a_file_that_is_no_pdf_shows_how_it_starts() throws IOException {
    assertThat(reason(TestPdfs.notAPdf()))
        .isEqualTo(
            "The file is not a PDF: it starts with '<html><body>Not foun…' instead of %PDF-.");
    assertThat(reason(new byte[0])).isEqualTo("The file is not a PDF: it is empty.");
    assertThat(reason("a\r\n\u0000b".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo("The file is not a PDF: it starts with 'a b' instead of %PDF-.");
  }

  @Test
  void up_to_1024_bytes_may_stand_before_the_header() throws IOException {
    assertThat(inspect(shifted(1024))).isEqualTo(new Readable(3));
    assertThat(reason(shifted(1025))).startsWith("The file is not a PDF: it starts with");
  }

  @Test
  void a_password_that_is_needed_for_reading_refuses_the_file() throws IOException {
    assertThat(reason(TestPdfs.withUserPassword("secret")))
        .isEqualTo("The PDF is protected by a password.");
  }

  @Test
  void a_password_that_is_needed_for_changes_only_does_not() throws IOException {
    assertThat(inspect(TestPdfs.withOwnerPasswordOnly("secret"))).isEqualTo(new Readable(1));
  }

  @Test
  void an_xfa_form_refuses_the_file() throws IOException {
    assertThat(reason(TestPdfs.withXfaForm())).isEqualTo("The PDF contains an XFA form.");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.5, 0.9, 0.95, 0.99})
  void a_truncated_file_fails_with_its_reason(double part) throws IOException {
    assertThat(reason(TestPdfs.truncated(part))).startsWith("The PDF is cut short: ");
  }

  @Test
  void junk_behind_the_end_does_no_harm() throws IOException {
    byte[] pdf = TestPdfs.pages(3);
    assertThat(inspect(Arrays.copyOf(pdf, pdf.length + 2000))).isEqualTo(new Readable(3));
  }

  @Test
  void a_file_without_pages_fails_with_its_reason() throws IOException {
    assertThat(reason(TestPdfs.zeroPages())).isEqualTo("The PDF has no pages.");
  }

  @Test
  void a_file_of_more_than_500_mb_is_refused_without_being_opened() throws IOException {
    Path file = folder.resolve("large.pdf");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(PdfInspection.MOST_BYTES + 1);
    }
    assertThat(PdfInspection.inspect(file, DEADLINE))
        .isEqualTo(
            new Refused("The file has 524288001 bytes; 500 MB (524288000 bytes) are accepted."));
  }

  @Test
  void a_file_that_is_gone_is_refused_too() {
    assertThat(PdfInspection.inspect(folder.resolve("missing.pdf"), DEADLINE))
        .isEqualTo(new Refused("The file cannot be read from the disk."));
  }

  @Test
  void a_missing_page_between_others_is_not_counted() throws IOException {
    assertThat(inspect(tree("3 0 R 99 0 R 3 0 R", "3"))).isEqualTo(new Readable(2));
  }

  private InspectionResult inspect(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("file.pdf"), content);
    InspectionResult verdict = PdfInspection.inspect(file, DEADLINE);
    Files.delete(file); // fails on systems that lock files if the inspection has left it open
    return verdict;
  }

  private String reason(byte[] content) throws IOException {
    InspectionResult verdict = inspect(content);
    assertThat(verdict).isInstanceOf(Refused.class);
    return ((Refused) verdict).reason();
  }

  private static byte[] shifted(int bytes) {
    byte[] pdf = TestPdfs.pages(3);
    byte[] shifted = new byte[bytes + pdf.length];
    Arrays.fill(shifted, 0, bytes, (byte) 'x');
    System.arraycopy(pdf, 0, shifted, bytes, pdf.length);
    return shifted;
  }

  private static byte[] tree(String kids, String count) {
    return new RawPdf()
        .object(1, "<</Type /Catalog /Pages 2 0 R>>")
        .object(2, "<</Type /Pages /Kids [" + kids + "] /Count " + count + ">>")
        .object(3, "<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100]>>")
        .withTable();
  }
}
