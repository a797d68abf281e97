package io.github.flippingbookemulator.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flippingbookemulator.internal.outbound.OutboundClient;
import io.github.flippingbookemulator.internal.time.Threads;
import io.github.flippingbookemulator.testkit.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that a server packs on the way. */
@Timeout(60)
class ContentEncodingTest {
  private static final int MOST_BYTES = 100_000;
  private static final byte[] FILE = "%PDF-1.4 and so on ".repeat(50).getBytes();

  @TempDir Path folder;
  private final Threads threads = new Threads();
  private final OutboundClient client =
      new OutboundClient(
          () -> {
            throw new AssertionError("nothing here needs TLS");
          });

  @AfterEach
  void stop() {
    client.close();
    threads.close();
  }

  @Test
  void gzip_and_deflate_are_undone() throws IOException {
    assertThat(fetched("gzip", gzip(FILE))).isEqualTo(FILE);
    assertThat(fetched("X-GZIP", gzip(FILE))).isEqualTo(FILE);
    assertThat(fetched("deflate", deflate(FILE, false))).isEqualTo(FILE);
    assertThat(fetched("deflate, gzip", gzip(deflate(FILE, false)))).isEqualTo(FILE);
    assertThat(fetched("identity", FILE)).isEqualTo(FILE);
    assertThat(folder.toFile().list()).containsExactly("a.pdf");
  }

  @Test
  void deflate_without_the_header_of_zlib_is_undone_too() throws IOException {
    assertThat(fetched("deflate", deflate(FILE, true))).isEqualTo(FILE);
  }

  @Test
  void the_limit_holds_for_what_comes_and_for_what_comes_out() throws IOException {
    byte[] zeros = gzip(new byte[MOST_BYTES + 1]);

    assertThat(zeros.length).isLessThan(1000);
    assertFails("gzip", zeros, "it is larger than 0 MB when unpacked");
    assertFails("gzip", new byte[MOST_BYTES + 1], "it is larger than 0 MB.");
  }

  @Test
  void what_cannot_be_undone_is_said() throws IOException {
    assertFails("br", FILE, "its Content-Encoding is br; the emulator reads gzip and deflate");
    assertFails("gzip", FILE, "its Content-Encoding is gzip, but its bytes are not");
    assertFails("deflate", new byte[0], "its Content-Encoding is deflate, but its bytes are not");
    byte[] cut = Arrays.copyOf(gzip(FILE), 20);
    assertFails("gzip", cut, "its Content-Encoding is gzip, but its bytes are not");
    assertFails("gzip,gzip,gzip,gzip,gzip,gzip", FILE, "it is packed more than 5 times");
  }

  private void assertFails(String encoding, byte[] body, String reason) {
    assertThatThrownBy(() -> fetched(encoding, body)).hasMessageContaining(reason);
  }

  private byte[] fetched(String encoding, byte[] body) throws IOException {
    byte[] response = RawServer.response("200 OK", "\r\nContent-Encoding: " + encoding, body);
    try (RawServer web = new RawServer((request, number) -> response)) {
      Downloads downloads =
          new Downloads(client, threads, () -> Duration.ofSeconds(30), MOST_BYTES);
      return Files.readAllBytes(
          downloads.download(web.url("/a.pdf"), folder.resolve("a.pdf"), false).join());
    }
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }

  private static byte[] deflate(byte[] content, boolean raw) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(6, raw))) {
      out.write(content);
    }
    return packed.toByteArray();
  }
}
