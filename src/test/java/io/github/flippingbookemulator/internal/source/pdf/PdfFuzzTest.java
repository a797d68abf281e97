package io.github.flippingbookemulator.internal.source.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.internal.time.Deadline;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfFuzzTest {
  private static final Deadline DEADLINE = Deadline.after(Duration.ofHours(1));
  @TempDir Path folder;

  @Test
  void every_damaged_file_gets_an_answer() throws IOException {
    for (int seed = 0; seed < 800; seed++) {
      check(seed, seed % 10 == 0, folder);
    }
  }

  /** Inspects the file of a seed, and draws a page of it even if it was refused. */
  static void check(long seed, boolean draw, Path folder) throws IOException {
    Path file = Files.write(folder.resolve("fuzz.pdf"), PdfMutations.next(new Random(seed)));
    try {
      InspectionResult verdict = PdfInspection.inspect(file, DEADLINE);
      if (verdict instanceof InspectionResult.Refused refused) {
        assertThat(refused.reason()).matches("The (file|PDF) [\\x20-\\x7E…]+\\.");
        assertThat(refused.reason()).doesNotContain("Exception");
      } else {
        assertThat(((InspectionResult.Readable) verdict).pages()).isBetween(1, 2000);
      }
      if (draw) {
        byte[] picture = new PagePictures(folder).jpeg(file, 1, 200, 200, DEADLINE);
        assertThat(ImageIO.read(new ByteArrayInputStream(picture))).isNotNull();
      }
    } catch (RuntimeException | Error e) {
      throw new AssertionError("seed " + seed, e);
    }
  }
}
