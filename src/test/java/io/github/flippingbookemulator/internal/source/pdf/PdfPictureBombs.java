package io.github.flippingbookemulator.internal.source.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files that pass the inspection, with a page that needs too much memory or time to draw. */
final class PdfPictureBombs {
  private static final String GREY = "/Type /XObject /Subtype /Image /ColorSpace /DeviceGray ";

  private PdfPictureBombs() {}

  /** All files by name. Each has one page, which must become the placeholder. */
  static Map<String, byte[]> all() {
    Map<String, byte[]> bombs = new LinkedHashMap<>();
    byte[] pixels = RawPdf.deflated("", "\0", 400_000_000);
    bombs.put("picture of 400 million pixels", picture(20_000, 20_000, "/FlateDecode", pixels));
    bombs.put(
        "picture that declares them only", picture(20_000, 20_000, "/FlateDecode", new byte[9]));
    bombs.put("jpeg that is larger than declared", picture(10, 10, "/DCTDecode", hugeJpeg()));
    bombs.put("fax of four billion pixels", fax());
    bombs.put("picture inside the content", inlinePicture(pixels));
    bombs.put("content of 300 MB", content(RawPdf.deflated("", "q Q ", 300_000_000)));
    bombs.put("forms that draw forms", multiplyingForms());
    return bombs;
  }

  /** A small, valid page with a form, a picture and a pattern. */
  static byte[] formWithPictures() {
    byte[] dots = RawPdf.deflated(sink -> sink.write(new byte[100]));
    return page(
            "/XObject <</F 5 0 R>> /Pattern <</P 7 0 R>>", "/F Do /Pattern cs /P scn 0 0 9 9 re f")
        .stream(
            5,
            "/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources <</XObject <</I 6 0 R>>>>",
            bytes("40 0 0 40 9 9 cm /I Do"))
        .stream(6, GREY + "/Width 10 /Height 10 /BitsPerComponent 8 /Filter /FlateDecode", dots)
        .stream(
            7,
            "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 3 3] /XStep 3 /YStep 3 /Resources"
                + " <<>>",
            bytes("0 0 2 2 re f"))
        .withTable();
  }

  private static byte[] picture(int width, int height, String filter, byte[] data) {
    String size = "/Width " + width + " /Height " + height + " /BitsPerComponent 8 ";
    return page("/XObject <</I 5 0 R>>", "50 0 0 50 9 9 cm /I Do").stream(
            5, GREY + size + "/Filter " + filter, data)
        .withTable();
  }

  /** A small picture whose frame header declares 20,000 by 20,000 pixels. */
  private static byte[] hugeJpeg() {
    byte[] jpeg = Jpeg.encode(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY));
    int frame = 0;
    while (jpeg[frame] != (byte) 0xFF || jpeg[frame + 1] != (byte) 0xC0) {
      frame++;
    }
    byte[] size = {0x4E, 0x20, 0x4E, 0x20};
    System.arraycopy(size, 0, jpeg, frame + 5, size.length);
    return jpeg;
  }

  private static byte[] fax() {
    String size = "/Width 10 /Height 10 /BitsPerComponent 1 /Filter /CCITTFaxDecode ";
    String parameters = "/DecodeParms <</K -1 /Columns 65000 /Rows 65000>>";
    return page("/XObject <</I 5 0 R>>", "50 0 0 50 9 9 cm /I Do").stream(
            5, GREY + size + parameters, new byte[100])
        .withTable();
  }

  private static byte[] inlinePicture(byte[] pixels) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.writeBytes(bytes("50 0 0 50 9 9 cm BI /W 9 /H 9 /BPC 8 /CS /G /F /Fl ID "));
    content.writeBytes(pixels);
    content.writeBytes(bytes("\nEI Q"));
    return page("", "").stream(4, "", content.toByteArray()).withTable();
  }

  private static byte[] content(byte[] deflated) {
    return page("", "").stream(4, "/Filter /FlateDecode", deflated).withTable();
  }

  /** Ten levels of forms, each drawing the next ten times: ten billion operators. */
  private static byte[] multiplyingForms() {
    RawPdf file = page("/XObject <</F 10 0 R>>", "/F Do");
    for (int i = 10; i < 20; i++) {
      String next = "/Resources <</XObject <</F " + (i + 1) + " 0 R>>>>";
      file.stream(
          i, "/Type /XObject /Subtype /Form /BBox [0 0 99 99] " + next, bytes("/F Do ".repeat(10)));
    }
    return file.stream(20, "/Type /XObject /Subtype /Form /BBox [0 0 99 99]", bytes("0 0 9 9 re f"))
        .withTable();
  }

  private static RawPdf page(String resources, String content) {
    return RawPdf.onePage(resources, "", bytes(content));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
