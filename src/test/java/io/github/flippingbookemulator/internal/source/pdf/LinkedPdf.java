package io.github.flippingbookemulator.internal.source.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** A PDF whose pages show their numbers, and to which a test adds links. */
public final class LinkedPdf {
  private final PDDocument document = new PDDocument();

  /** Makes pages of a size in points, none of them with a link. */
  public LinkedPdf(int pages, float width, float height) {
    for (int number = 1; number <= pages; number++) {
      PDPage page = new PDPage(new PDRectangle(width, height));
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.setNonStrokingColor(0.85f - 0.05f * (number % 5), 0.9f, 0.95f);
        content.addRect(width / 10, height / 10, width * 0.8f, height * 0.8f);
        content.fill();
        content.setNonStrokingColor(0.1f, 0.1f, 0.2f);
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA_BOLD), width / 10);
        content.newLineAtOffset(width / 5, height * 0.75f);
        content.showText("Page " + number);
        content.endText();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Adds a link in a rectangle of PDF coordinates, whose origin is at the lower left. */
  public LinkedPdf link(int page, String url, float left, float bottom, float right, float top) {
    PDActionURI action = new PDActionURI();
    action.setURI(url);
    PDAnnotationLink link = new PDAnnotationLink();
    link.setAction(action);
    link.setRectangle(new PDRectangle(left, bottom, right - left, top - bottom));
    try {
      page(page).getAnnotations().add(link);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Hides the first link of a page. */
  public LinkedPdf hideLink(int page) {
    try {
      page(page).getAnnotations().get(0).getCOSObject().setInt(COSName.F, 2);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Rotates a page clockwise. */
  public LinkedPdf turn(int page, int degrees) {
    page(page).setRotation(degrees);
    return this;
  }

  /** Crops a page. */
  public LinkedPdf crop(int page, float left, float bottom, float width, float height) {
    page(page).setCropBox(new PDRectangle(left, bottom, width, height));
    return this;
  }

  /** Returns the file. */
  public byte[] bytes() {
    try (document) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PDPage page(int number) {
    return document.getPage(number - 1);
  }
}
