package io.github.flippingbookemulator.internal.source.pdf;

import java.util.LinkedHashMap;
import java.util.Map;

/** Small files whose one page takes hours to draw. */
public final class EndlessPdfs {
  private static final String STEP = "dup mul sqrt ";

  private EndlessPdfs() {}

  /** All files by name. */
  public static Map<String, byte[]> all() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("a million shadings", shading(40, "/S sh\n".repeat(1_000_000)));
    files.put("a shading with a long program", shading(5_000, "/S sh\n"));
    files.put(
        "a pattern with a long program", shading(5_000, "/Pattern cs /P scn 0 0 100 100 re f\n"));
    files.put(
        "dashes without number",
        page("", "[0.04 0.04] 0 d\n" + "0 0 m 1000000 1000000 l S\n".repeat(20_000)).withTable());
    files.put("forms that draw forms", PdfPictureBombs.all().get("forms that draw forms"));
    return files;
  }

  /** A file of some kilobytes whose cross-reference streams unfold to 60 MB each. */
  public static byte[] chainOfXrefStreams() {
    byte[] runs = RawPdf.deflated("", "\u0081\0", (60 << 20) / 64); // two bytes make 128
    RawPdf file =
        new RawPdf()
            .object(1, "<</Type /Catalog /Pages 2 0 R>>")
            .object(2, "<</Type /Pages /Kids [3 0 R] /Count 1>>")
            .object(3, "<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>");
    String previous = "";
    for (int i = 0; i < 20; i++) {
      int here = file.withoutTable().length;
      file.stream(
          100 + i,
          "/Type /XRef /Root 1 0 R /Size 1 /W [1 4 2] /Index [0 1]"
              + " /Filter [/FlateDecode /RunLengthDecode]"
              + previous,
          runs);
      previous = " /Prev " + here;
    }
    return file.withXrefStream(9, "/Size 10 /W [1 3 1]" + previous, new byte[] {1, 0, 0, 9, 0});
  }

  private static byte[] shading(int steps, String content) {
    String function = "{ " + STEP.repeat(steps) + "pop dup dup }";
    return page("/Shading <</S 5 0 R>> /Pattern <</P 7 0 R>>", content)
        .object(
            5,
            "<</ShadingType 1 /ColorSpace /DeviceRGB /Domain [0 1 0 1]"
                + " /Matrix [1200 0 0 1200 0 0] /Function 6 0 R>>")
        .stream(
            6,
            "/Filter /FlateDecode /FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]",
            RawPdf.deflated(function, "", 0))
        .object(7, "<</PatternType 2 /Shading 5 0 R>>")
        .withTable();
  }

  private static RawPdf page(String resources, String content) {
    return RawPdf.onePage(resources, "/Filter /FlateDecode", RawPdf.deflated(content, "", 0));
  }
}
