package io.github.flippingbookemulator.internal.source.pdf;

import io.github.flippingbookemulator.internal.time.Deadline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;

/**
 * Finds the external links of a page: its link annotations with a URI action.
 *
 * <p>A file that cannot be read has no links. Only http, https and mailto URLs count: they are safe
 * to open.
 */
public final class LinkAnnotations {
  /** How many of a page's annotations are read; the rest are ignored. */
  static final int MOST = 500;

  private static final int LONGEST_URL = 2048;
  private static final Pattern SAFE =
      Pattern.compile("(?i)(https?://|mailto:)[^\\s\\p{Cntrl}]+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int HIDDEN = 1 << 1;

  private LinkAnnotations() {}

  /**
   * Reads the links of a page. Blocks, usually for milliseconds.
   *
   * @param pdf the file
   * @param page the number of the page, from 1
   * @param deadline when it must have ended
   * @return in the order of the file; empty if there is no such page
   */
  public static List<PageLink> of(Path pdf, int page, Deadline deadline) {
    PdfLogs.silence();
    DocumentBudget budget = DocumentBudget.forInspection(deadline);
    try (PDDocument document = BoundedParser.open(pdf, budget)) {
      List<COSDictionary> pages = PageTree.firstPages(document, page);
      return page < 1 || pages.size() < page ? List.of() : of(new PDPage(pages.get(page - 1)));
    } catch (IOException
        | RuntimeException
        | StackOverflowError
        | OutOfMemoryError
        | LinkageError e) {
      return List.of(); // a page stays usable without its links
    }
  }

  private static List<PageLink> of(PDPage page) {
    COSArray annotations = page.getCOSObject().getCOSArray(COSName.ANNOTS);
    List<PageLink> links = new ArrayList<>();
    for (int i = 0; annotations != null && i < Math.min(MOST, annotations.size()); i++) {
      if (annotations.getObject(i) instanceof COSDictionary annotation && isShownLink(annotation)) {
        url(annotation).flatMap(url -> link(url, annotation, page)).ifPresent(links::add);
      }
    }
    return List.copyOf(links);
  }

  private static boolean isShownLink(COSDictionary annotation) {
    return COSName.getPDFName("Link").equals(annotation.getCOSName(COSName.SUBTYPE))
        && (annotation.getInt(COSName.F, 0) & HIDDEN) == 0;
  }

  private static Optional<String> url(COSDictionary annotation) {
    COSDictionary action = annotation.getCOSDictionary(COSName.A);
    if (action == null || !COSName.URI.equals(action.getCOSName(COSName.S))) {
      return Optional.empty();
    }
    return Optional.ofNullable(new PDActionURI(action).getURI())
        .map(String::strip)
        .filter(url -> url.length() <= LONGEST_URL && SAFE.matcher(url).matches());
  }

  /**
   * Converts a rectangle from PDF coordinates (origin at the lower left) to parts of the shown
   * page.
   */
  private static Optional<PageLink> link(String url, COSDictionary annotation, PDPage page) {
    COSArray declared = annotation.getCOSArray(COSName.RECT);
    if (declared == null || declared.size() != 4) {
      return Optional.empty();
    }
    PDRectangle area = new PDRectangle(declared); // accepts any two opposite corners
    PDRectangle box = page.getCropBox();
    double left = part(area.getLowerLeftX() - box.getLowerLeftX(), box.getWidth());
    double right = part(area.getUpperRightX() - box.getLowerLeftX(), box.getWidth());
    double top = part(box.getUpperRightY() - area.getUpperRightY(), box.getHeight());
    double bottom = part(box.getUpperRightY() - area.getLowerLeftY(), box.getHeight());
    double width = right - left;
    double height = bottom - top;
    if (!(width > 0 && height > 0)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (page.getRotation()) {
          case 90 -> new PageLink(url, 1 - bottom, left, height, width);
          case 180 -> new PageLink(url, 1 - right, 1 - bottom, width, height);
          case 270 -> new PageLink(url, top, 1 - right, height, width);
          default -> new PageLink(url, left, top, width, height);
        });
  }

  private static double part(float length, float whole) {
    return Math.max(0, Math.min(1, length / whole));
  }
}
