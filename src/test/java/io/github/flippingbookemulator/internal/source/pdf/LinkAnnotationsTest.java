package io.github.flippingbookemulator.internal.source.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.flippingbookemulator.internal.time.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The links of a page, where a reader sees them. */
class LinkAnnotationsTest {
  private static final Deadline DEADLINE = Deadline.after(Duration.ofHours(1));
  private static final Offset<Double> EXACTLY = within(1e-6);
  private static final String URL = "https://example.com/";

  @TempDir Path folder;

  /**
   * The page is 200 by 100; the link is 40 wide, 20 from the left, 30 to 50 from the lower edge.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 0.1, 0.5, 0.2, 0.2",
    "90, 0.3, 0.1, 0.2, 0.2",
    "180, 0.7, 0.3, 0.2, 0.2",
    "270, 0.5, 0.7, 0.2, 0.2",
    "-90, 0.5, 0.7, 0.2, 0.2"
  })
  void a_link_turns_with_its_page(
      int degrees, double left, double top, double width, double height) {
    PageLink link = only(pdf().link(1, URL, 20, 30, 60, 50).turn(1, degrees));

    assertThat(link.url()).isEqualTo(URL);
    assertThat(link.left()).isCloseTo(left, EXACTLY);
    assertThat(link.top()).isCloseTo(top, EXACTLY);
    assertThat(link.width()).isCloseTo(width, EXACTLY);
    assertThat(link.height()).isCloseTo(height, EXACTLY);
  }

  @Test
  void a_link_is_cut_where_its_page_is_cropped() {
    PageLink link = only(pdf().link(1, URL, 20, 30, 60, 50).crop(1, 40, 0, 100, 100));

    assertThat(link.left()).isZero();
    assertThat(link.width()).isCloseTo(0.2, EXACTLY);
  }

  @Test
  void a_link_outside_of_what_is_shown_is_none() {
    assertThat(links(pdf().link(1, URL, 20, 30, 60, 50).crop(1, 100, 0, 100, 100), 1)).isEmpty();
  }

  @Test
  void a_hidden_link_is_none() {
    assertThat(links(pdf().link(1, URL, 20, 30, 60, 50).hideLink(1), 1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://a.example/?q=%C3%A4&b='\"<>", "HTTPS://example.com", "mailto:a@b.c"})
  void what_is_safe_to_open_stays_as_it_is_written(String url) {
    assertThat(only(pdf().link(1, url, 0, 0, 20, 20)).url()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.com",
        "page.html",
        "https://",
        "https://exa mple.com",
        ""
      })
  void what_is_not_safe_to_open_is_no_link(String url) {
    assertThat(links(pdf().link(1, url, 0, 0, 20, 20), 1)).isEmpty();
  }

  @Test
  void links_belong_to_their_page_only() {
    LinkedPdf pdf = new LinkedPdf(2, 200, 100).link(2, URL, 0, 0, 20, 20);
    Path file = write(pdf.bytes());

    assertThat(LinkAnnotations.of(file, 0, DEADLINE)).isEmpty();
    assertThat(LinkAnnotations.of(file, 1, DEADLINE)).isEmpty();
    assertThat(LinkAnnotations.of(file, 2, DEADLINE)).hasSize(1);
    assertThat(LinkAnnotations.of(file, 3, DEADLINE)).isEmpty();
  }

  @Test
  void a_page_has_a_bounded_number_of_links() {
    LinkedPdf pdf = pdf();
    for (int i = 0; i <= LinkAnnotations.MOST; i++) {
      pdf.link(1, URL, 0, 0, 20, 20);
    }
    assertThat(links(pdf, 1)).hasSize(LinkAnnotations.MOST);
  }

  /** The parser is that of the inspection; PdfBombsTest covers dangerous files. */
  @Test
  void a_file_that_cannot_be_read_has_no_links() {
    assertThat(LinkAnnotations.of(write(TestPdfs.truncated()), 1, DEADLINE)).isEmpty();
    assertThat(LinkAnnotations.of(write(TestPdfs.notAPdf()), 1, DEADLINE)).isEmpty();
    assertThat(LinkAnnotations.of(write(TestPdfs.zeroPages()), 1, DEADLINE)).isEmpty();
    assertThat(LinkAnnotations.of(write(TestPdfs.withUserPassword("secret")), 1, DEADLINE))
        .isEmpty();
    assertThat(LinkAnnotations.of(folder.resolve("missing.pdf"), 1, DEADLINE)).isEmpty();
  }

  private static LinkedPdf pdf() {
    return new LinkedPdf(1, 200, 100);
  }

  private PageLink only(LinkedPdf pdf) {
    List<PageLink> links = links(pdf, 1);
    assertThat(links).hasSize(1);
    return links.get(0);
  }

  private List<PageLink> links(LinkedPdf pdf, int page) {
    return LinkAnnotations.of(write(pdf.bytes()), page, DEADLINE);
  }

  private Path write(byte[] bytes) {
    try {
      return Files.write(folder.resolve("test.pdf"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
