package io.github.flippingbookemulator.internal.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The content of a file: immutable, and equal to any content with the same bytes. */
public final class FileContent {
  private final byte[] bytes;
  private volatile @Nullable String sha256;

  /** Keeps the array itself; the caller must not change it. */
  FileContent(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Decodes content.
   *
   * @param base64 the content, without line breaks
   * @return the decoded content
   * @throws IllegalArgumentException if it is not base64
   */
  public static FileContent ofBase64(String base64) {
    return new FileContent(Base64.getDecoder().decode(base64));
  }

  static FileContent read(Path file) throws IOException {
    return new FileContent(Files.readAllBytes(file));
  }

  void writeTo(Path file) throws IOException {
    Files.write(file, bytes);
  }

  /**
   * Encodes the content.
   *
   * @return base64, without line breaks
   */
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * Returns the hash of the content.
   *
   * @return its SHA-256, 64 lowercase hex digits
   */
  public String sha256() {
    String known = sha256;
    if (known == null) {
      known = HexFormat.of().formatHex(digest().digest(bytes));
      sha256 = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FileContent content && Arrays.equals(bytes, content.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
