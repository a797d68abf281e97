package io.github.flippingbookemulator.internal.source.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes PDF files object by object, including invalid ones that no library writes. */
final class RawPdf {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Map<Integer, Integer> offsets = new TreeMap<>();

  RawPdf() {
    text("%PDF-1.7\n");
  }

  /**
   * Begins a file with one page, whose objects are 1 to 4; the content's dictionary and data are
   * given.
   */
  static RawPdf onePage(String resources, String dictionary, byte[] content) {
    String page =
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R /Resources <<%s>>>>";
    return new RawPdf()
            .object(1, "<</Type /Catalog /Pages 2 0 R>>")
            .object(2, "<</Type /Pages /Kids [3 0 R] /Count 1>>")
            .object(3, page.formatted(resources))
            .stream(4, dictionary, content);
  }

  /** Adds an object that is not a stream. */
  RawPdf object(int number, String content) {
    offsets.put(number, out.size());
    return text(number + " 0 obj\n" + content + "\nendobj\n");
  }

  /** Adds a stream; the dictionary is given without its brackets and without a length. */
  RawPdf stream(int number, String dictionary, byte[] data) {
    offsets.put(number, out.size());
    text(number + " 0 obj\n<<" + dictionary + " /Length " + data.length + ">>\nstream\n");
    out.writeBytes(data);
    return text("\nendstream\nendobj\n");
  }

  /** Ends the file with a table of its objects; the catalog is object 1. */
  byte[] withTable() {
    int start = out.size();
    int size = offsets.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    StringBuilder table = new StringBuilder("xref\n");
    offsets.forEach((number, at) -> table.append("%d 1\n%010d 00000 n \n".formatted(number, at)));
    table.append("trailer\n<</Root 1 0 R /Size %d>>\n".formatted(size));
    return text(table + "startxref\n" + start + "\n%%EOF\n").out.toByteArray();
  }

  /** Ends the file with a cross-reference stream that the caller gives. */
  byte[] withXrefStream(int number, String dictionary, byte[] data) {
    int start = out.size();
    stream(number, "/Type /XRef /Root 1 0 R " + dictionary, data);
    return text("startxref\n" + start + "\n%%EOF\n").out.toByteArray();
  }

  /** Ends the file with a cross-reference stream of its objects and of those in a stream. */
  byte[] withXrefStream(int number, int objectStream, int... compressed) {
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    StringBuilder index = new StringBuilder();
    offsets.forEach(
        (object, at) -> {
          index.append(object).append(" 1 ");
          entry(table, 1, at, 0);
        });
    for (int i = 0; i < compressed.length; i++) {
      index.append(compressed[i]).append(" 1 ");
      entry(table, 2, objectStream, i);
    }
    return withXrefStream(
        number, "/Size 100 /W [1 4 2] /Index [" + index + "]", table.toByteArray());
  }

  /** Returns the file without a table, so that parsers have to search for objects. */
  byte[] withoutTable() {
    return out.toByteArray();
  }

  RawPdf text(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  /** Compresses what is written, without keeping the uncompressed bytes. */
  static byte[] deflated(Consumer<Sink> writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
    try (DeflaterOutputStream stream = new DeflaterOutputStream(bytes, deflater, 1 << 16)) {
      writer.accept(
          data -> {
            try {
              stream.write(data);
            } catch (java.io.IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          });
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  /** Compresses a head, then a text repeated up to a length. */
  static byte[] deflated(String head, String repeated, long length) {
    byte[] block = repeated.repeat(1 << 16).getBytes(StandardCharsets.ISO_8859_1);
    return deflated(
        sink -> {
          sink.write(head.getBytes(StandardCharsets.ISO_8859_1));
          for (long written = 0; written < length; written += block.length) {
            sink.write(block);
          }
        });
  }

  private static void entry(ByteArrayOutputStream table, int type, int field, int last) {
    table.write(type);
    for (int shift = 24; shift >= 0; shift -= 8) {
      table.write(field >> shift);
    }
    table.write(last >> 8);
    table.write(last);
  }

  /** Takes bytes. */
  interface Sink {
    void write(byte[] data);
  }
}
