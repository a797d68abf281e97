package io.github.flippingbookemulator.internal.source.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Checks how many pixels a picture has before PDFBox decodes it. */
final class PictureSize {
  /** Bytes of a pixel that is decoded to RGB. */
  private static final long PIXEL_BYTES = 4;

  private PictureSize() {}

  /**
   * Throws {@link DocumentBudget.Exceeded} if a picture is too large to be decoded.
   *
   * @param data the input of the picture filter
   * @param dictionary of the picture
   * @param filter the picture filter
   * @param budget the limit of the decoded picture
   * @throws IOException if the data cannot be read
   */
  static void check(
      InputStream data, COSDictionary dictionary, COSName filter, DocumentBudget budget)
      throws IOException {
    check(
        dictionary.getInt(COSName.W, COSName.WIDTH, 1),
        dictionary.getInt(COSName.H, COSName.HEIGHT, 1),
        budget);
    if (filter.getName().startsWith("DCT")) {
      checkJpeg(data, budget); // its size is that of its own header, not of the dictionary
    } else if (filter.getName().startsWith("CC")) {
      checkFax(dictionary, budget);
    }
  }

  /**
   * Throws {@link DocumentBudget.Exceeded} if a picture of this size is too large.
   *
   * @param width in pixels, as declared
   * @param height in pixels, as declared
   * @param budget the limit of the decoded picture
   */
  static void check(int width, int height, DocumentBudget budget) {
    budget.allow(Math.max(0L, width) * Math.max(0L, height) * PIXEL_BYTES);
  }

  private static void checkJpeg(InputStream data, DocumentBudget budget) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
    if (!readers.hasNext()) {
      return;
    }
    ImageReader reader = readers.next();
    try (ImageInputStream input = new MemoryCacheImageInputStream(data)) {
      reader.setInput(input, true, true);
      check(reader.getWidth(0), reader.getHeight(0), budget);
    } finally {
      reader.dispose();
    }
  }

  /** Fax pictures have one bit per pixel, and their size can be in the filter's parameters. */
  private static void checkFax(COSDictionary dictionary, DocumentBudget budget) {
    COSBase declared = dictionary.getDictionaryObject(COSName.DP, COSName.DECODE_PARMS);
    if (declared instanceof COSArray array && array.size() > 0) {
      declared = array.getObject(array.size() - 1);
    }
    if (declared instanceof COSDictionary parameters) {
      long height = dictionary.getInt(COSName.H, COSName.HEIGHT, 0);
      long rows = Math.max(height, parameters.getInt(COSName.ROWS, 0));
      budget.allow(Math.max(0, parameters.getInt(COSName.COLUMNS, 1728)) / 8L * Math.max(0, rows));
    }
  }
}
