package io.github.flippingbookemulator.internal.source.pdf;

import io.github.flippingbookemulator.internal.time.Deadline;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Draws the pages of PDF files as JPEG pictures, for readers and covers (E: the service's own
 * pictures are not documented).
 *
 * <p>A page that cannot be drawn becomes a grey sheet with its number. No picture is larger than
 * the box that the caller gives.
 */
public final class PagePictures {
  private static final int LARGEST_BOX = 4096;

  private static final String FONT_CACHE = "pdfbox.fontcache";

  private final Path fontCache;

  /**
   * Prepares for drawing; loads and writes nothing yet.
   *
   * @param fontCache an existing folder for PDFBox's list of fonts, which otherwise goes to the
   *     home directory. PDFBox reads the folder once per process, from a system property; a value
   *     that is already set is kept
   */
  public PagePictures(Path fontCache) {
    this.fontCache = fontCache;
  }

  /**
   * Draws a page on white, as large as fits into the box.
   *
   * @param pdf the file
   * @param page the number of the page, from 1; a grey sheet if the file has no such page
   * @param maxWidth width of the box in pixels, 1 to 4096
   * @param maxHeight height of the box in pixels, 1 to 4096
   * @param deadline when it must have ended
   * @return a JPEG file
   * @throws IllegalArgumentException if the box is out of range
   */
  public byte[] jpeg(Path pdf, int page, int maxWidth, int maxHeight, Deadline deadline) {
    if (Math.min(maxWidth, maxHeight) < 1 || Math.max(maxWidth, maxHeight) > LARGEST_BOX) {
      throw new IllegalArgumentException(
          "a picture of " + maxWidth + " x " + maxHeight + " pixels; 1 to " + LARGEST_BOX);
    }
    try {
      return Jpeg.encode(draw(pdf, page, maxWidth, maxHeight, deadline));
    } catch (IOException
        | RuntimeException
        | StackOverflowError
        | OutOfMemoryError
        | LinkageError
        | InternalError e) {
      return placeholder(page, maxWidth, maxHeight);
    }
  }

  /**
   * Makes the grey sheet of a page that cannot be drawn.
   *
   * @param page the number of the page
   * @param maxWidth width of the box in pixels, 1 to 4096
   * @param maxHeight height of the box in pixels, 1 to 4096
   * @return a JPEG file
   */
  public static byte[] placeholder(int page, int maxWidth, int maxHeight) {
    return Jpeg.encode(Placeholder.draw(page, maxWidth, maxHeight));
  }

  private BufferedImage draw(Path pdf, int number, int maxWidth, int maxHeight, Deadline deadline)
      throws IOException {
    PdfLogs.silence();
    if (System.getProperty(FONT_CACHE) == null) {
      System.setProperty(FONT_CACHE, fontCache.toString());
    }
    DocumentBudget budget = DocumentBudget.forDrawing(deadline);
    try (PDDocument document = BoundedParser.open(pdf, budget)) {
      PDPage page = reduceToPage(document, number);
      boolean lying = page.getRotation() % 180 != 0;
      PDRectangle box = page.getCropBox();
      float width = lying ? box.getHeight() : box.getWidth();
      float height = lying ? box.getWidth() : box.getHeight();
      float scale = Math.min(maxWidth / width, maxHeight / height);
      if (!(width > 0 && height > 0 && scale > 0 && Float.isFinite(scale))) {
        throw new IOException("the page has no area");
      }
      BufferedImage picture =
          new BufferedImage(
              pixels(width * scale, maxWidth),
              pixels(height * scale, maxHeight),
              BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = picture.createGraphics();
      try {
        graphics.setBackground(Color.WHITE);
        graphics.clearRect(0, 0, picture.getWidth(), picture.getHeight());
        new BoundedRenderer(document, budget).renderPageToGraphics(0, graphics, scale);
      } finally {
        graphics.dispose();
      }
      if (budget.exceeded() != null) {
        throw new IOException("the page was drawn in part only");
      }
      return picture;
    }
  }

  /**
   * Reduces the document to one page. PDFBox finds pages by the declared counts of the page tree,
   * which can be wrong; this finds them as the inspection counts them. The page keeps its parents,
   * from which it inherits.
   */
  private static PDPage reduceToPage(PDDocument document, int number) throws IOException {
    List<COSDictionary> pages = PageTree.firstPages(document, number);
    if (number < 1 || pages.size() < number) {
      throw new IOException("there is no such page");
    }
    COSArray kids = new COSArray();
    kids.add(pages.get(number - 1));
    COSDictionary tree = new COSDictionary();
    tree.setItem(COSName.TYPE, COSName.PAGES);
    tree.setItem(COSName.KIDS, kids);
    tree.setItem(COSName.COUNT, COSInteger.ONE);
    document.getDocumentCatalog().getCOSObject().setItem(COSName.PAGES, tree);
    return document.getPage(0);
  }

  private static int pixels(float exact, int most) {
    return Math.max(1, Math.min(most, Math.round(exact)));
  }
}
