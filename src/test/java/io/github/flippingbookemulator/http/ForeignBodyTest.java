package io.github.flippingbookemulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.testkit.TestEmulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Bodies that are something else than JSON: the error says what to send instead. */
class ForeignBodyTest {
  @AutoClose private final TestEmulator emulator = TestEmulator.frozen();

  @Test
  void a_compressed_body() throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(utf8("{name: 'x'}"));
    }

    String message = "The body is compressed. Send JSON as it is, without Content-Encoding.";
    assertThat(refusal(compressed.toByteArray(), "Content-Encoding", "gzip")).isEqualTo(message);
    assertThat(refusal(compressed.toByteArray())).isEqualTo(message);
    assertThat(refusal(new byte[] {1, 2, 3}, "Content-Encoding", "br")).isEqualTo(message);
  }

  @Test
  void a_pdf() {
    byte[] pdf = "%PDF-1.7\n%\u00e2\u00e3".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(refusal(pdf, "Content-Type", "application/pdf"))
        .startsWith("The body is a PDF. Send JSON instead, with the PDF as base64:");
  }

  @Test
  void a_form() {
    String parts = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--";
    String message = "The body is a form in parts (multipart). Send JSON instead,";
    assertThat(refusal(utf8(parts), "Content-Type", "multipart/form-data; boundary=b"))
        .startsWith(message);
    assertThat(refusal(utf8(parts))).startsWith(message);

    assertThat(refusal(utf8("name=x&b=c"), "Content-Type", "application/x-www-form-urlencoded"))
        .startsWith("The body is the form of a web page");
  }

  @Test
  void text_in_another_encoding_or_language() {
    assertThat(refusal("{name: 'x'}".getBytes(StandardCharsets.UTF_16)))
        .isEqualTo("The body is UTF-16. Send it as UTF-8.");
    assertThat(refusal(utf8("<name>x</name>")))
        .isEqualTo("The body is XML or HTML. Send JSON instead.");
  }

  @Test
  void an_attempt_at_json_is_told_the_position_whatever_its_headers_say() {
    assertThat(refusal(utf8("{name: }"), "Content-Type", "application/x-www-form-urlencoded"))
        .contains("line 1, column");
    assertThat(refusal("{name: '\u00e9'}".getBytes(StandardCharsets.ISO_8859_1)))
        .startsWith("Bytes that are not UTF-8");
  }

  @Test
  void json_is_read_whatever_its_headers_say() {
    var request =
        emulator
            .api()
            .request("/fbonline/publication")
            .header("Content-Type", "multipart/form-data")
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofString("{name: 'x'}"));
    emulator.api().send(request).ok();
  }

  private String refusal(byte[] body, String... headers) {
    var request = emulator.api().request("/fbonline/publication");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return emulator
        .api()
        .send(request.POST(BodyPublishers.ofByteArray(body)))
        .refused(400, "InvalidData");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
