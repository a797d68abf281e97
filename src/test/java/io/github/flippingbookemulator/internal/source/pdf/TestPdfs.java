package io.github.flippingbookemulator.internal.source.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;

/** Makes the files that tests upload: valid, damaged and dangerous ones. */
public final class TestPdfs {
  static {
    // PDFBox looks for fonts, and would write a list of them to the home directory.
    if (System.getProperty("pdfbox.fontcache") == null) {
      System.setProperty("pdfbox.fontcache", "target");
    }
  }

  private TestPdfs() {}

  /** Pages in A4 with the text "Page 1", "Page 2" and so on. */
  public static byte[] pages(int pages) {
    return pages(pages, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
  }

  /** Pages of a size in points (1/72 inch) with the text "Page 1", "Page 2" and so on. */
  public static byte[] pages(int pages, float width, float height) {
    return save(
        document -> {
          for (int i = 1; i <= pages; i++) {
            addPage(document, i, new PDRectangle(width, height));
          }
        });
  }

  /** One page that opens only with this password. */
  public static byte[] withUserPassword(String password) {
    return protectedBy("owner", password);
  }

  /** One page that opens without a password, but needs this one for changes. */
  public static byte[] withOwnerPasswordOnly(String password) {
    return protectedBy(password, "");
  }

  /** One page with an XFA form. */
  public static byte[] withXfaForm() {
    return save(
        document -> {
          addPage(document, 1, PDRectangle.A4);
          PDAcroForm form = new PDAcroForm(document);
          form.getCOSObject().setItem(COSName.XFA, new COSString("<xdp/>"));
          document.getDocumentCatalog().setAcroForm(form);
        });
  }

  /** The first 90 % of a file of 200 pages. */
  public static byte[] truncated() {
    return truncated(0.9);
  }

  /** The first part of a file of 200 pages, as after an interrupted upload. */
  public static byte[] truncated(double part) {
    byte[] whole = pages(200);
    return Arrays.copyOf(whole, (int) (whole.length * part));
  }

  /** The page of a web server that has no such file. */
  public static byte[] notAPdf() {
    return "<html><body>Not found</body></html>".getBytes(StandardCharsets.UTF_8);
  }

  /** A valid file without pages. */
  public static byte[] zeroPages() {
    return save(document -> {});
  }

  /** Crafted files that exhaust a parser, by what they do. All of them are refused. */
  public static Map<String, Supplier<byte[]>> bombs() {
    return new TreeMap<>(PdfBombs.all());
  }

  private static byte[] protectedBy(String owner, String user) {
    return save(
        document -> {
          addPage(document, 1, PDRectangle.A4);
          StandardProtectionPolicy policy =
              new StandardProtectionPolicy(owner, user, new AccessPermission());
          policy.setEncryptionKeyLength(256);
          document.protect(policy);
        });
  }

  private static void addPage(PDDocument document, int number, PDRectangle size)
      throws IOException {
    PDPage page = new PDPage(size);
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      PDFont font = new PDType1Font(FontName.HELVETICA);
      float letters = Math.max(1, Math.min(size.getWidth(), size.getHeight()) / 10);
      content.beginText();
      content.setFont(font, letters);
      content.newLineAtOffset(letters, size.getHeight() - 2 * letters);
      content.showText("Page " + number);
      content.endText();
    }
  }

  private static byte[] save(Content content) {
    try (PDDocument document = new PDDocument()) {
      content.addTo(document);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Content {
    void addTo(PDDocument document) throws IOException;
  }
}
