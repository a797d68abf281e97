package io.github.flippingbookemulator.reader;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A receiver of webhooks that shares nothing with the emulator: a process in another language. */
final class PythonReceiver implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path output;
  private final Process process;

  /**
   * Starts the receiver and waits until it listens.
   *
   * @param folder where its output goes
   */
  PythonReceiver(Path folder) throws IOException, URISyntaxException {
    Path script = Path.of(PythonReceiver.class.getResource("receiver.py").toURI());
    output = folder.resolve("received.txt");
    process =
        new ProcessBuilder("python3", script.toString())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    await().until(() -> !Files.readAllLines(output).isEmpty());
  }

  String url() throws IOException {
    return "http://127.0.0.1:" + Files.readAllLines(output).get(0) + "/hook";
  }

  /** What it has received up to now, in the order of arrival. */
  List<JsonNode> received() throws IOException {
    List<JsonNode> bodies = new ArrayList<>();
    List<String> lines = Files.readAllLines(output);
    for (String line : lines.subList(1, lines.size())) {
      bodies.add(JSON.readTree(line));
    }
    return bodies;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
