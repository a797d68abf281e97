package io.github.flippingbookemulator.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The emulator as a process of its own, with its temporary files in a folder of the test. */
public final class EmulatorProcess implements AutoCloseable {
  private static final Pattern READY =
      Pattern.compile("FlippingBook emulator ready: (http://\\S+/api/v1) \\(API key: (\\S+)\\)");

  private static final long SECONDS_TO_END = 5;

  private final Process process;
  private final BufferedReader output;
  private final Path errors;

  private EmulatorProcess(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    output = process.inputReader();
  }

  /**
   * Starts a process.
   *
   * @param folder where it runs; its temporary files go to {@code tmp} in it
   * @param what what follows {@code java}
   */
  public static EmulatorProcess start(Path folder, List<String> what) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Most of these live for less than a second, in which compiling well is wasted work.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")));
    command.addAll(what);
    Path errors = Files.createTempFile(folder, "errors", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(
            name -> name.startsWith("FLIPPINGBOOK_") || name.matches("_?JAVA_.*|JDK_JAVA_.*"));
    return new EmulatorProcess(builder.start(), errors);
  }

  /** Starts {@code Main} from the test's class path. */
  public static EmulatorProcess main(Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "io.github.flippingbookemulator.cli.Main"));
    command.addAll(List.of(arguments));
    return start(folder, command);
  }

  public long pid() {
    return process.pid();
  }

  /** Waits for the line that says it is ready. */
  public Ready ready() throws IOException {
    String line = output.readLine();
    Matcher ready = READY.matcher(String.valueOf(line));
    if (!ready.matches()) {
      throw new AssertionError("not ready: '" + line + "', errors: " + Files.readString(errors));
    }
    return new Ready(URI.create(ready.group(1)), ready.group(2));
  }

  /** Waits for the next line that it says. */
  public String nextLine() throws IOException {
    return String.valueOf(output.readLine());
  }

  /** Asks it to end, as Ctrl-C and {@code docker stop} do, and waits for that. */
  public void end() throws InterruptedException {
    // Process.destroy would also close what has not been read yet.
    process.toHandle().destroy();
    awaitEnd();
  }

  /** Waits for its end. */
  public Ended ended() throws InterruptedException, IOException {
    List<String> lines = output.lines().toList();
    awaitEnd();
    return new Ended(process.exitValue(), lines, Files.readAllLines(errors));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void awaitEnd() throws InterruptedException {
    if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
      throw new AssertionError("the process has not ended in " + SECONDS_TO_END + " s");
    }
  }

  /** What a ready process says about itself. */
  public record Ready(URI api, String key) {
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
      return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, String body)
        throws IOException, InterruptedException {
      return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    /** Sends a call without waiting for its answer. */
    public CompletableFuture<HttpResponse<String>> begin(HttpClient client, String path) {
      return client.sendAsync(request(path).GET().build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(URI.create(api + path))
          .header("Authorization", "Bearer " + key);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request)
        throws IOException, InterruptedException {
      return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
  }

  /** What a process leaves behind; the output is what had not been read before. */
  public record Ended(int exitCode, List<String> output, List<String> errors) {}
}
