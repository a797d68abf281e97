package io.github.flippingbookemulator.internal.control;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A file of the dashboard.
 *
 * @param bytes its content
 * @param tag its entity tag: a hash of the content
 */
record DashboardFile(byte[] bytes, String tag) {
  private static final int TAG_BYTES = 12;

  static DashboardFile of(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new DashboardFile(bytes, '"' + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"');
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Tells whether the value of {@code If-None-Match} says that the browser has this version. */
  boolean isKnownTo(String tags) {
    return Arrays.stream(tags.split(","))
        .map(each -> each.strip().replaceFirst("^W/", ""))
        .anyMatch(each -> each.equals(tag) || each.equals("*"));
  }
}
