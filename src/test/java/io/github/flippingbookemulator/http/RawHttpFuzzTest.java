package io.github.flippingbookemulator.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.flippingbookemulator.testkit.FuzzedServer;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;

/** Bytes on a connection, which need not be HTTP. */
class RawHttpFuzzTest {
  @AutoClose
  private static final FuzzedServer server =
      new FuzzedServer(options -> options.control(false).bodyTimeout(Duration.ofSeconds(2)));

  @FuzzTest(maxDuration = "20s")
  @DictionaryFile(resourcePath = "http.dict")
  void every_connection_ends_with_answers_or_without(byte[] input) throws IOException {
    server.startAgain();
    String text = server.named(new String(input, ISO_8859_1));

    String answers = answers(text.getBytes(ISO_8859_1));

    assertThat(answers).matches("(?s)(HTTP/1\\.[01] [1-5][0-9][0-9] .*)?");
    server.requireWell(answers);
  }

  /** Everything that comes until the server ends the connection. */
  private static String answers(byte[] bytes) throws IOException {
    URI uri = server.emulator().uri();
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setSoTimeout((int) FuzzedServer.LIMIT.toMillis());
      try {
        socket.getOutputStream().write(bytes);
        socket.shutdownOutput();
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      } catch (SocketException e) {
        return ""; // it has seen enough before everything was sent
      }
    }
  }
}
