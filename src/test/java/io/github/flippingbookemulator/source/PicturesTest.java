package io.github.flippingbookemulator.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cover and the pages below a publication's content root. */
class PicturesTest {
  @AutoClose final TestEmulator service = TestEmulator.frozen();

  @Test
  void the_cover_and_the_pages_have_the_shape_of_the_pdf() throws IOException {
    String wide = converted(TestPdfs.pages(2, 800, 200));
    String upright = converted(TestPdfs.pages(1));

    for (String picture : new String[] {"cover600.jpg", "pages/1.jpg", "pages/2.jpg"}) {
      BufferedImage drawn = decoded(picture(wide, picture));
      assertThat((double) drawn.getWidth() / drawn.getHeight()).isCloseTo(4, within(0.05));
    }
    BufferedImage cover = decoded(picture(upright, "cover600.jpg"));
    assertThat((double) cover.getHeight() / cover.getWidth()).isCloseTo(Math.sqrt(2), within(0.01));
  }

  @Test
  void the_cover_is_the_first_page() throws IOException {
    String path = converted(TestPdfs.pages(2));

    assertThat(decoded(picture(path, "cover600.jpg")).getHeight()).isEqualTo(600);
    assertThat(darkness(decoded(picture(path, "cover600.jpg")))).isGreaterThan(0);
    assertThat(picture(path, "pages/1.jpg").bytes())
        .isNotEqualTo(picture(path, "pages/2.jpg").bytes());
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 600, 2000})
  void covers_have_the_sizes_in_their_names(int side) throws IOException {
    String path = converted(TestPdfs.pages(1));

    assertThat(decoded(picture(path, "cover" + side + ".jpg")).getHeight()).isEqualTo(side);
  }

  @Test
  void pictures_need_no_key_and_are_where_the_publication_says() {
    String path = converted(TestPdfs.pages(1));
    String cover = service.publication(path).get("cover").textValue();
    Reply reply =
        service
            .api()
            .send(
                service
                    .api()
                    .rawRequest(cover.substring(service.emulator().uri().toString().length())));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.response().headers().firstValue("Content-Type")).contains("image/jpeg");
  }

  @Test
  void there_is_no_picture_before_there_is_content() {
    String path = service.publish(TestPdfs.pages(1));

    picture(path, "cover600.jpg").refused(404, "ObjectNotFound");
    picture(path, "pages/1.jpg").refused(404, "ObjectNotFound");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "3", "00", "99999", "4294967297"})
  void there_is_no_page_out_of_range(String page) {
    String path = converted(TestPdfs.pages(2));

    picture(path, "pages/" + page + ".jpg").refused(404, "ObjectNotFound");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cover.jpg",
        "pages/1",
        "pages/1.png",
        "pages/",
        "",
        "pages/X.jpg",
        "pages/x.jpg",
        "pages/-.jpg"
      })
  void there_is_nothing_else_below_the_content_root(String file) {
    picture(converted(TestPdfs.pages(1)), file).refused(404, "NotFound");
  }

  @Test
  void a_deleted_publication_has_no_pictures() {
    String path = converted(TestPdfs.pages(1));
    picture(path, "cover600.jpg");
    service.api().delete(path).ok();

    picture(path, "cover600.jpg").refused(404, "ObjectNotFound");
    picture(path, "pages/1.jpg").refused(404, "ObjectNotFound");
  }

  @Test
  void a_password_protects_the_pages_and_leaves_the_cover_open() throws IOException {
    String path = converted(TestPdfs.pages(1));
    decoded(picture(path, "pages/1.jpg"));
    service.api().post(path + "/customize", "{setPasswordProtection: 'auto'}").ok();

    assertThat(picture(path, "pages/1.jpg").refused(404, "ObjectNotFound")).contains("password");
    decoded(picture(path, "cover600.jpg"));
    service.api().post(path + "/customize", "{setPasswordProtection: 'disable'}").ok();
    decoded(picture(path, "pages/1.jpg"));
  }

  @Test
  void a_new_source_brings_a_new_cover() throws IOException {
    String path = converted(TestPdfs.pages(1));
    BufferedImage before = decoded(picture(path, "cover600.jpg"));
    service.addSource(path, TestEmulator.data(TestPdfs.pages(1, 800, 200)));
    assertThat(decoded(picture(path, "cover600.jpg")).getWidth()).isEqualTo(before.getWidth());
    service.emulator().conversions().finishAll();

    assertThat(decoded(picture(path, "cover600.jpg")).getWidth()).isEqualTo(600);
  }

  @Test
  void a_picture_is_drawn_once() throws IOException {
    String path = converted(TestPdfs.pages(2));
    byte[] cover = picture(path, "cover600.jpg").bytes();
    byte[] page = picture(path, "pages/1.jpg").bytes();
    Files.delete(pdfOf(path));

    assertThat(picture(path, "cover600.jpg").bytes()).isEqualTo(cover);
    assertThat(picture(path, "pages/1.jpg").bytes()).isEqualTo(page);
  }

  @Test
  void a_grey_sheet_stands_for_a_page_that_cannot_be_drawn() throws IOException {
    String path = converted(TestPdfs.pages(2, 800, 200));
    Files.write(pdfOf(path), TestPdfs.notAPdf());
    BufferedImage sheet = decoded(picture(path, "pages/2.jpg"));

    assertThat(sheet.getHeight()).isGreaterThan(sheet.getWidth());
    assertThat(sheet.getRGB(2, 2) & 0xFF).isBetween(0xE0, 0xF8);
  }

  @Test
  void the_list_of_fonts_is_kept_with_the_pdfs() {
    String path = converted(TestPdfs.pages(1));
    picture(path, "cover600.jpg");

    assertThat(pdfOf(path).resolveSibling("fonts")).isDirectory();
  }

  private String converted(byte[] pdf) {
    String path = service.publish(pdf);
    service.emulator().conversions().finishAll();
    return path;
  }

  private Reply picture(String path, String file) {
    return service
        .api()
        .follow("GET", service.publication(path).get("contentRoot").textValue() + file);
  }

  private static BufferedImage decoded(Reply picture) throws IOException {
    assertThat(picture.status()).as(new String(picture.bytes())).isEqualTo(200);
    assertThat(picture.bytes()).startsWith(0xFF, 0xD8, 0xFF);
    return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
  }

  private static long darkness(BufferedImage picture) {
    long dark = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        dark += (picture.getRGB(x, y) & 0xFF) < 0x40 ? 1 : 0;
      }
    }
    return dark;
  }

  private Path pdfOf(String path) {
    return TemporaryFiles.of(service.firstSource(path)).orElseThrow();
  }
}
