package io.github.flippingbookemulator.internal.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Unpacks what a server has packed on its own. */
final class ContentEncoding {
  private static final int ZLIB = 8;
  private static final int MOST_ENCODINGS = 5;

  private ContentEncoding() {}

  /** Returns the encodings of a response, in the order in which to undo them. */
  static List<String> of(Map<String, List<String>> headers) {
    List<String> encodings = new ArrayList<>();
    for (String header : headers.getOrDefault("Content-Encoding", List.of())) {
      for (String each : header.split(",")) {
        String encoding = each.strip().toLowerCase(Locale.ROOT);
        if (!encoding.isEmpty() && !encoding.equals("identity")) {
          encodings.add(encoding);
        }
      }
    }
    if (encodings.size() > MOST_ENCODINGS) {
      throw new UnusableFile("it is packed more than " + MOST_ENCODINGS + " times");
    }
    Collections.reverse(encodings);
    return encodings;
  }

  /**
   * Unpacks a file.
   *
   * @param most how many bytes may come out
   * @param givenUp whether nobody waits for the file any more
   */
  static void undo(String encoding, Path file, long most, BooleanSupplier givenUp) {
    Path unpacked = file.resolveSibling(file.getFileName() + ".unpacked");
    try {
      try (InputStream packed = Files.newInputStream(file);
          InputStream in = open(encoding, packed);
          OutputStream out = Files.newOutputStream(unpacked)) {
        copy(in, out, most, givenUp);
      }
      Files.move(unpacked, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (ZipException | EOFException e) {
      throw new UnusableFile("its Content-Encoding is " + encoding + ", but its bytes are not");
    } catch (IOException e) {
      throw new UnusableFile("the emulator cannot keep the file: " + e.getMessage());
    } finally {
      unpacked.toFile().delete();
    }
  }

  private static InputStream open(String encoding, InputStream packed) throws IOException {
    return switch (encoding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(packed);
      case "deflate" -> inflate(new PushbackInputStream(packed));
      default ->
          throw new UnusableFile(
              "its Content-Encoding is " + encoding + "; the emulator reads gzip and deflate");
    };
  }

  /** Some servers leave out the header of zlib, which is part of this encoding. */
  private static InputStream inflate(PushbackInputStream packed) throws IOException {
    int first = packed.read();
    if (first >= 0) {
      packed.unread(first);
    }
    return new InflaterInputStream(packed, new Inflater((first & 0x0f) != ZLIB));
  }

  private static void copy(InputStream in, OutputStream out, long most, BooleanSupplier givenUp)
      throws IOException {
    byte[] part = new byte[65_536];
    long total = 0;
    for (int count = in.read(part); count >= 0; count = in.read(part)) {
      total += count;
      if (givenUp.getAsBoolean()) {
        throw new UnusableFile("it was given up");
      }
      if (total > most) {
        throw new UnusableFile("it is larger than " + (most >> 20) + " MB when unpacked");
      }
      out.write(part, 0, count);
    }
  }
}
