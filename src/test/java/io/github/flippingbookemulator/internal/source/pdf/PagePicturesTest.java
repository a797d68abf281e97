package io.github.flippingbookemulator.internal.source.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.flippingbookemulator.internal.time.Deadline;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagePicturesTest {
  private static final Deadline DEADLINE = Deadline.after(Duration.ofHours(1));
  private static final int SHEET = 0xEE;

  @TempDir Path folder;

  @Test
  void a_page_is_drawn_on_white_as_large_as_the_box_allows() throws IOException {
    BufferedImage picture = draw(TestPdfs.pages(2, 300, 600), 2, 200, 200);
    assertThat(picture.getWidth()).isEqualTo(100);
    assertThat(picture.getHeight()).isEqualTo(200);
    assertThat(gray(picture, 99, 199)).isGreaterThan(0xFA);
    assertThat(darkest(picture)).as("the text").isLessThan(0x60);
  }

  @Test
  void each_page_shows_its_own_content() throws IOException {
    byte[] pdf = TestPdfs.pages(3);
    assertThat(jpeg(pdf, 1, 300, 300)).isNotEqualTo(jpeg(pdf, 3, 300, 300));
    assertThat(jpeg(pdf, 1, 300, 300)).isEqualTo(jpeg(pdf, 1, 300, 300));
  }

  @Test
  void a_turned_page_lies() throws IOException {
    for (int turn : new int[] {90, 270, -90}) {
      BufferedImage picture = draw(page("[0 0 100 200]", "/Rotate " + turn), 1, 100, 100);
      assertThat(picture.getWidth()).isEqualTo(100);
      assertThat(picture.getHeight()).isEqualTo(50);
      assertThat(darkest(picture)).isLessThan(0x60);
    }
  }

  @Test
  void the_picture_stays_inside_the_box_whatever_the_size_of_the_page() throws IOException {
    for (String box :
        new String[] {
          "[0 0 0 0]",
          "[0 0 -100 -200]",
          "[0 0 72 72]",
          "[0 0 14400 14400]",
          "[5 5 5 900]",
          "[0 0 1000000 1]",
          "[0 0 1e30 1e30]",
          "[0 0 0.001 0.001]",
          "[]",
          "[/a /b]",
          "null"
        }) {
      BufferedImage picture = draw(page(box, ""), 1, 120, 80);
      assertThat(picture.getWidth()).as(box).isBetween(1, 120);
      assertThat(picture.getHeight()).as(box).isBetween(1, 80);
    }
  }

  @Test
  void a_page_that_the_counts_hide_is_drawn() throws IOException {
    byte[] pdf =
        new RawPdf()
                .object(1, "<</Type /Catalog /Pages 2 0 R>>")
                .object(2, "<</Type /Pages /Kids [3 0 R 4 0 R] /Count 1 /MediaBox [0 0 90 90]>>")
                .object(3, "<</Type /Page /Parent 2 0 R>>")
                .object(4, "<</Type /Page /Parent 2 0 R /Contents 5 0 R>>")
                .stream(5, "", "0 0 90 90 re f".getBytes())
                .withTable();
    BufferedImage picture = draw(pdf, 2, 90, 90);
    assertThat(picture.getHeight()).isEqualTo(90);
    assertThat(gray(picture, 45, 45)).isLessThan(0x10);
  }

  @Test
  void a_page_that_cannot_be_drawn_is_a_grey_sheet_with_its_number() throws IOException {
    for (byte[] pdf : new byte[][] {TestPdfs.notAPdf(), TestPdfs.truncated(0.1), new byte[0]}) {
      assertThatIsPlaceholder(draw(pdf, 3, 300, 300), "unreadable");
    }
    assertThatIsPlaceholder(draw(TestPdfs.pages(2), 3, 300, 300), "beyond the end");
    assertThatIsPlaceholder(draw(TestPdfs.pages(2), 0, 300, 300), "before the start");
    assertThat(jpeg(TestPdfs.notAPdf(), 3, 300, 300))
        .isNotEqualTo(jpeg(TestPdfs.notAPdf(), 4, 300, 300));
  }

  @Test
  void a_sheet_fits_into_the_smallest_box() throws IOException {
    BufferedImage picture = draw(TestPdfs.notAPdf(), 1, 1, 1);
    assertThat(picture.getWidth() * picture.getHeight()).isEqualTo(1);
  }

  @Test
  void pages_that_are_too_much_to_draw_are_grey_sheets() throws IOException {
    for (Map.Entry<String, byte[]> bomb : PdfPictureBombs.all().entrySet()) {
      Path file = Files.write(folder.resolve("bomb.pdf"), bomb.getValue());
      assertThat(PdfInspection.inspect(file, DEADLINE)).isEqualTo(new InspectionResult.Readable(1));
      assertThatIsPlaceholder(draw(bomb.getValue(), 1, 300, 300), bomb.getKey());
    }
    assertThat(gray(draw(PdfPictureBombs.formWithPictures(), 1, 300, 300), 200, 20))
        .as("the same kinds of content in good order")
        .isGreaterThan(0xFA);
  }

  @Test
  void a_box_out_of_range_is_a_mistake_of_the_caller() {
    PagePictures pictures = new PagePictures(folder);
    Path file = folder.resolve("any.pdf");
    assertThatIllegalArgumentException().isThrownBy(() -> pictures.jpeg(file, 1, 0, 10, DEADLINE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pictures.jpeg(file, 1, 10, 4097, DEADLINE));
  }

  @Test
  void pdfbox_is_silent_and_the_log_of_the_application_is_as_before() throws IOException {
    Level root = Logger.getLogger("").getLevel();
    draw(TestPdfs.truncated(0.1), 1, 50, 50);
    System.gc();
    assertThat(Logger.getLogger("org.apache.pdfbox.cos").isLoggable(Level.SEVERE)).isFalse();
    assertThat(Logger.getLogger("org.apache.fontbox").isLoggable(Level.SEVERE)).isFalse();
    assertThat(Logger.getLogger("").getLevel()).isEqualTo(root);
  }

  private static void assertThatIsPlaceholder(BufferedImage picture, String why) {
    assertThat(picture.getWidth()).as(why).isEqualTo(212);
    assertThat(picture.getHeight()).as(why).isEqualTo(300);
    assertThat(gray(picture, 5, 5)).as(why).isBetween(SHEET - 4, SHEET + 4);
    assertThat(darkest(picture)).as(why).isBetween(0x60, 0x9A);
  }

  private BufferedImage draw(byte[] pdf, int page, int width, int height) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(jpeg(pdf, page, width, height)));
  }

  private byte[] jpeg(byte[] pdf, int page, int width, int height) throws IOException {
    Path file = Files.write(folder.resolve("file.pdf"), pdf);
    return new PagePictures(folder).jpeg(file, page, width, height, DEADLINE);
  }

  private static int darkest(BufferedImage picture) {
    int darkest = 255;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        darkest = Math.min(darkest, gray(picture, x, y));
      }
    }
    return darkest;
  }

  private static int gray(BufferedImage picture, int x, int y) {
    return picture.getRGB(x, y) >> 8 & 0xFF;
  }

  private static byte[] page(String box, String more) {
    return new RawPdf()
            .object(1, "<</Type /Catalog /Pages 2 0 R>>")
            .object(2, "<</Type /Pages /Kids [3 0 R] /Count 1>>")
            .object(3, "<</Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox " + box + more + ">>")
            .stream(4, "", "0 0 50 50 re f".getBytes())
            .withTable();
  }
}
