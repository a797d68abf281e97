package io.github.flippingbookemulator.internal.source.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.flippingbookemulator.internal.source.pdf.InspectionResult.Readable;
import io.github.flippingbookemulator.internal.source.pdf.InspectionResult.Refused;
import io.github.flippingbookemulator.internal.time.Deadline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Bytes that may be a PDF: each is inspected and drawn, or refused, in a short time. */
class PdfBytesFuzzTest {
  /** What a file is granted, and what it may need: some steps are not interrupted. */
  private static final Duration GRANTED = Duration.ofSeconds(1);

  private static final Duration NEEDED = Duration.ofSeconds(4);

  @TempDir private static Path folder;

  /** The first picture of a process loads fonts, which takes longer than a file may. */
  @BeforeAll
  static void loadWhatDrawingNeeds() throws IOException {
    Path file = Files.write(folder.resolve("first.pdf"), TestPdfs.pages(1));
    new PagePictures(folder).jpeg(file, 1, 200, 200, Deadline.after(Duration.ofMinutes(1)));
  }

  @FuzzTest(maxDuration = "20s")
  @DictionaryFile(resourcePath = "pdf.dict")
  void every_file_is_drawn_or_refused_in_time(byte[] input) throws IOException {
    Path file = Files.write(folder.resolve("fuzz.pdf"), input);
    Deadline limit = Deadline.after(NEEDED);

    InspectionResult verdict = PdfInspection.inspect(file, Deadline.after(GRANTED));
    if (verdict instanceof Refused refused) {
      assertThat(refused.reason()).matches("The (file|PDF) [\\x20-\\x7E…]+\\.");
      assertThat(refused.reason()).doesNotContain("Exception");
    } else {
      assertThat(((Readable) verdict).pages()).isBetween(1, 2000);
    }
    assertThat(limit.isOver()).as("inspected in time").isFalse();

    Deadline limitOfDrawing = Deadline.after(NEEDED);
    byte[] picture = new PagePictures(folder).jpeg(file, 1, 200, 200, Deadline.after(GRANTED));
    assertThat(ImageIO.read(new ByteArrayInputStream(picture))).isNotNull();
    assertThat(limitOfDrawing.isOver()).as("drawn in time").isFalse();
  }
}
