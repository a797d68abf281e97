package io.github.flippingbookemulator.internal.source.pdf;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Crafted files that exhaust memory, stack or time of a parser. Each must be refused. */
final class PdfBombs {
  /** More than the heap of the process that inspects them. */
  private static final long FAR_TOO_MUCH = 160L << 20;

  private static final String CATALOG = "<</Type /Catalog /Pages 2 0 R>>";
  private static final String PAGE = "<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100]>>";

  private PdfBombs() {}

  /** All files by name, each made on demand. */
  static Map<String, Supplier<byte[]>> all() {
    Map<String, Supplier<byte[]>> bombs = new LinkedHashMap<>();
    bombs.put("xref stream of 160 MB", PdfBombs::xrefStreamOfHundredsOfMegabytes);
    bombs.put("xref stream with entries of no width", PdfBombs::xrefEntriesOfNoWidth);
    bombs.put("xref stream with a row of 60 MB", PdfBombs::xrefStreamWithAHugeRow);
    bombs.put("xref stream with rows of no length", PdfBombs::xrefStreamWithRowsOfNoLength);
    bombs.put("chain of many xref streams", PdfBombs::chainOfXrefStreams);
    bombs.put("object stream of 160 MB of spaces", () -> objectStream(" ", FAR_TOO_MUCH));
    bombs.put("object stream of 20 MB of arrays", () -> objectStream("[]", 20_000_000));
    bombs.put("object stream of 20 MB of names", () -> objectStream("/A", 20_000_000));
    bombs.put("object stream of 20 MB of numbers", () -> objectStream("1.5 ", 20_000_000));
    bombs.put("object stream of 20 MB of references", PdfBombs::objectStreamOfReferences);
    bombs.put("object stream with a huge N", PdfBombs::objectStreamWithHugeN);
    bombs.put("object stream without a table", PdfBombs::objectStreamWithoutTable);
    bombs.put("chain of two filters", PdfBombs::flateAndRuns);
    bombs.put("chain of the same filter", PdfBombs::flateTwice);
    bombs.put("catalog of 20 MB of arrays", () -> catalogOf("[]", 10_000_000).withTable());
    bombs.put(
        "catalog of 20 MB of arrays to repair", () -> catalogOf("[]", 10_000_000).withoutTable());
    bombs.put("trailer of 20 MB of arrays", PdfBombs::trailerOfArrays);
    bombs.put("two million objects to repair", PdfBombs::millionsOfObjects);
    bombs.put("page tree 20,000 levels deep", PdfBombs::deepPageTree);
    bombs.put("page tree 20,000 levels deep to repair", () -> deepTree().withoutTable());
    bombs.put("page tree that is a cycle", PdfBombs::cyclicPageTree);
    bombs.put("page tree that doubles forty times", PdfBombs::doublingPageTree);
    bombs.put("count of a billion", PdfBombs::countOfABillion);
    bombs.put("references in a circle", PdfBombs::circularReferences);
    bombs.put("length of a stream is itself", PdfBombs::lengthIsItself);
    bombs.put("arrays 100,000 levels deep", PdfBombs::deepArrays);
    return bombs;
  }

  private static byte[] xrefStreamOfHundredsOfMegabytes() {
    byte[] entries = RawPdf.deflated("", "\1\0\0\0\7", FAR_TOO_MUCH);
    return minimal().withXrefStream(9, "/Size 300000000 /W [1 3 1] /Filter /FlateDecode", entries);
  }

  private static byte[] xrefEntriesOfNoWidth() {
    return minimal().withXrefStream(9, "/Size 2000000000 /W [0 0 0]", new byte[] {1});
  }

  private static byte[] xrefStreamWithAHugeRow() {
    String row = "/DecodeParms <</Predictor 12 /Columns 60000000>> /Filter /FlateDecode";
    return minimal().withXrefStream(9, "/Size 10 /W [1 3 1] " + row, RawPdf.deflated("", "\1", 9));
  }

  private static byte[] xrefStreamWithRowsOfNoLength() {
    String row = "/DecodeParms <</Predictor 2 /Columns 0>> /Filter /FlateDecode";
    RawPdf file = new RawPdf().object(1, "<</Type /Catalog>>");
    return file.withXrefStream(9, "/Size 10 /W [1 3 1] " + row, RawPdf.deflated("", "\1", 9));
  }

  /** Each stream alone is within the budget: its entries count for 10 MB. */
  private static byte[] chainOfXrefStreams() {
    byte[] entries = RawPdf.deflated("", "\1\0\0\0\7", 200_000);
    RawPdf file = minimal();
    int previous = 0;
    for (int i = 0; i < 40; i++) {
      int here = file.withoutTable().length;
      file.stream(
          100 + i,
          "/Type /XRef /Root 1 0 R /Size 40000 /W [1 3 1] /Filter /FlateDecode /Index ["
              + (1000 + 40000 * i)
              + " 40000]"
              + (previous == 0 ? "" : " /Prev " + previous),
          entries);
      previous = here;
    }
    byte[] start = new byte[] {1, 0, 0, 7, 0};
    return file.withXrefStream(9, "/Size 10 /W [1 3 1] /Prev " + previous, start);
  }

  private static byte[] objectStream(String repeated, long length) {
    byte[] data = RawPdf.deflated("1 0 \n<</Type /Catalog /A [", repeated, length);
    return new RawPdf()
        .stream(8, "/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode", data)
            .withXrefStream(9, 8, 1);
  }

  private static byte[] objectStreamOfReferences() {
    byte[] data =
        RawPdf.deflated(
            sink -> {
              sink.write("1 0 \n<</Type /Catalog /A [".getBytes(StandardCharsets.ISO_8859_1));
              for (int i = 10; i < 2_000_000; i++) {
                sink.write((i + " 0 R ").getBytes(StandardCharsets.ISO_8859_1));
              }
            });
    return new RawPdf()
        .stream(8, "/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode", data)
            .withXrefStream(9, 8, 1);
  }

  private static byte[] objectStreamWithHugeN() {
    byte[] data =
        RawPdf.deflated(
            sink -> {
              for (int i = 1; i < 300_000; i++) {
                sink.write((i + " " + i + " ").getBytes(StandardCharsets.ISO_8859_1));
              }
            });
    String dictionary = "/Type /ObjStm /N 2000000000 /First 2000000000 /Filter /FlateDecode";
    return new RawPdf().stream(8, dictionary, data).withXrefStream(9, 8, 1);
  }

  private static byte[] objectStreamWithoutTable() {
    byte[] data = RawPdf.deflated("1 0 \n<</Type /Catalog /A [", " ", FAR_TOO_MUCH);
    return new RawPdf()
        .stream(8, "/Type /ObjStm /N 1 /First 5 /Filter /FlateDecode", data).withoutTable();
  }

  /** Runs of 128 spaces, in two bytes each, deflated: 5 kB for 160 MB. */
  private static byte[] flateAndRuns() {
    byte[] data =
        RawPdf.deflated(
            sink -> {
              byte[] head = "1 0 \n<</Type /Catalog /A [".getBytes(StandardCharsets.ISO_8859_1);
              sink.write(new byte[] {(byte) (head.length - 1)});
              sink.write(head);
              byte[] runs = new byte[1 << 16];
              for (int i = 0; i < runs.length; i += 2) {
                runs[i] = (byte) 129; // 257 - 128
                runs[i + 1] = ' ';
              }
              for (long written = 0; written < FAR_TOO_MUCH; written += runs.length * 64L) {
                sink.write(runs);
              }
            });
    return new RawPdf()
        .stream(8, "/Type /ObjStm /N 1 /First 5 /Filter [/FlateDecode /RunLengthDecode]", data)
            .withXrefStream(9, 8, 1);
  }

  private static byte[] flateTwice() {
    byte[] once = RawPdf.deflated("1 0 \n<</Type /Catalog /A [", " ", FAR_TOO_MUCH);
    byte[] twice = RawPdf.deflated(sink -> sink.write(once));
    return new RawPdf()
        .stream(8, "/Type /ObjStm /N 1 /First 5 /Filter [/FlateDecode /FlateDecode]", twice)
            .withXrefStream(9, 8, 1);
  }

  private static RawPdf catalogOf(String repeated, int times) {
    return new RawPdf()
        .object(1, "<</Type /Catalog /Pages 2 0 R /A [" + repeated.repeat(times) + "]>>")
        .object(2, "<</Type /Pages /Kids [3 0 R] /Count 1>>")
        .object(3, PAGE);
  }

  private static byte[] trailerOfArrays() {
    return minimal()
        .text("trailer\n<</A [" + "[]".repeat(10_000_000) + "] /Root 1 0 R>>\n")
        .withoutTable();
  }

  private static byte[] millionsOfObjects() {
    RawPdf file = minimal();
    StringBuilder objects = new StringBuilder();
    for (int i = 10; i < 2_000_000; i++) {
      objects.append(i).append(" 0 obj\n");
    }
    return file.text(objects.toString()).withoutTable();
  }

  private static byte[] deepPageTree() {
    return deepTree().withTable();
  }

  private static RawPdf deepTree() {
    RawPdf file = new RawPdf().object(1, CATALOG);
    for (int i = 2; i < 20_002; i++) {
      file.object(i, "<</Type /Pages /Kids [" + (i + 1) + " 0 R] /Count 1>>");
    }
    return file.object(20_002, PAGE);
  }

  private static byte[] cyclicPageTree() {
    return new RawPdf()
        .object(1, CATALOG)
        .object(2, "<</Type /Pages /Kids [3 0 R] /Count 1>>")
        .object(3, "<</Type /Pages /Kids [2 0 R] /Count 1>>")
        .withTable();
  }

  private static byte[] doublingPageTree() {
    RawPdf file = new RawPdf().object(1, CATALOG);
    for (int i = 2; i < 42; i++) {
      String kid = (i + 1) + " 0 R ";
      file.object(i, "<</Type /Pages /Count 1 /Kids [" + kid + kid + "]>>");
    }
    return file.object(42, "<</Type /Pages /Count 0 /Kids []>>").withTable();
  }

  private static byte[] countOfABillion() {
    return new RawPdf()
        .object(1, CATALOG)
        .object(2, "<</Type /Pages /Kids [3 0 R] /Count 1000000000>>")
        .object(3, PAGE)
        .withTable();
  }

  private static byte[] circularReferences() {
    return new RawPdf()
        .object(1, "<</Type /Catalog /Pages 2 0 R>>")
        .object(2, "3 0 R")
        .object(3, "2 0 R")
        .withTable();
  }

  private static byte[] lengthIsItself() {
    return new RawPdf()
        .object(1, "<</Type /Catalog /Pages 2 0 R>>")
        .object(2, "<</Length 2 0 R>>\nstream\nx")
        .withTable();
  }

  private static byte[] deepArrays() {
    return new RawPdf().object(1, "[".repeat(100_000)).withTable();
  }

  private static RawPdf minimal() {
    return new RawPdf()
        .object(1, CATALOG)
        .object(2, "<</Type /Pages /Kids [3 0 R] /Count 1>>")
        .object(3, PAGE);
  }
}
