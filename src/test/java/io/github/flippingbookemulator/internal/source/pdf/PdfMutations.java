package io.github.flippingbookemulator.internal.source.pdf;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes damaged PDF files from valid ones. */
final class PdfMutations {
  private static final List<byte[]> BASES =
      List.of(
          TestPdfs.pages(1),
          TestPdfs.pages(12),
          TestPdfs.withOwnerPasswordOnly("owner"),
          TestPdfs.withUserPassword("user"),
          TestPdfs.withXfaForm(),
          TestPdfs.zeroPages(),
          PdfPictureBombs.formWithPictures(),
          plainTree());

  private PdfMutations() {}

  /** Makes a damaged file, the same for the same state of the generator. */
  static byte[] next(RandomGenerator random) {
    byte[] file = BASES.get(random.nextInt(BASES.size())).clone();
    for (int i = random.nextInt(1, 6); i > 0 && file.length > 0; i--) {
      file = mutate(file, random);
    }
    return file;
  }

  private static byte[] mutate(byte[] file, RandomGenerator random) {
    int from = random.nextInt(file.length);
    int to = Math.min(file.length, from + 1 + random.nextInt(200));
    return switch (random.nextInt(6)) {
      case 0 -> flipped(file, random);
      case 1 -> joined(Arrays.copyOf(file, from), Arrays.copyOfRange(file, to, file.length));
      case 2 -> joined(Arrays.copyOf(file, to), Arrays.copyOfRange(file, from, file.length));
      case 3 -> otherDigit(file, random);
      case 4 -> spliced(file, from, random);
      default -> random.nextInt(4) == 0 ? Arrays.copyOf(file, from) : flipped(file, random);
    };
  }

  private static byte[] flipped(byte[] file, RandomGenerator random) {
    for (int i = random.nextInt(1, 8); i > 0; i--) {
      file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return file;
  }

  /** Offsets, lengths and references are digits, so a changed digit damages the structure. */
  private static byte[] otherDigit(byte[] file, RandomGenerator random) {
    int start = random.nextInt(file.length);
    for (int i = 0; i < file.length; i++) {
      int at = (start + i) % file.length;
      if (file[at] >= '0' && file[at] <= '9') {
        file[at] = (byte) ('0' + random.nextInt(10));
        return file;
      }
    }
    return file;
  }

  private static byte[] spliced(byte[] file, int from, RandomGenerator random) {
    byte[] other = BASES.get(random.nextInt(BASES.size()));
    int start = random.nextInt(other.length);
    byte[] head = Arrays.copyOf(file, from);
    return joined(head, Arrays.copyOfRange(other, start, other.length));
  }

  private static byte[] joined(byte[] head, byte[] tail) {
    byte[] whole = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, whole, head.length, tail.length);
    return whole;
  }

  /** Has no compressed streams, so that mutations change the objects themselves. */
  private static byte[] plainTree() {
    return new RawPdf()
            .object(1, "<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields []>>>>")
            .object(2, "<</Type /Pages /Kids [3 0 R 4 0 R] /Count 3 /MediaBox [0 0 200 100]>>")
            .object(3, "<</Type /Page /Parent 2 0 R /Contents 7 0 R /Rotate 90>>")
            .object(4, "<</Type /Pages /Parent 2 0 R /Kids [5 0 R 6 0 R] /Count 2>>")
            .object(5, "<</Type /Page /Parent 4 0 R /CropBox [10 10 50 90]>>")
            .object(6, "<</Type /Page /Parent 4 0 R /Contents [7 0 R 7 0 R]>>")
            .stream(7, "", "1 0 0 rg 10 10 50 50 re f 0 0 m 99 9 l S".getBytes())
            .withTable();
  }
}
