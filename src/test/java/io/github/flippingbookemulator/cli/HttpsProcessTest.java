package io.github.flippingbookemulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.testkit.EmulatorProcess;
import io.github.flippingbookemulator.testkit.EmulatorProcess.Ended;
import io.github.flippingbookemulator.testkit.EmulatorProcess.Ready;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS of the emulator as a process. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class HttpsProcessTest {
  @TempDir Path folder;

  @Test
  void the_second_line_says_where_https_is_and_whom_to_trust() throws Exception {
    try (EmulatorProcess process = EmulatorProcess.main(folder, "--port=0", "--https-port=0")) {
      Ready ready = process.ready();
      process.end();
      URI plain = ready.api().resolve("/_emulator/ca.pem");
      assertThat(process.ended().output())
          .singleElement()
          .asString()
          .matches("HTTPS: https://127\\.0\\.0\\.1:\\d+/api/v1 \\(CA: \\Q" + plain + "\\E\\)");
    }
  }

  @Test
  void settings_of_a_file_name_certificates_beside_it() throws Exception {
    Path project = Files.createDirectories(folder.resolve("project"));
    for (String name : List.of("ec.crt", "ec.key")) {
      Files.copy(Path.of(getClass().getResource("/tls/" + name).toURI()), project.resolve(name));
    }
    Files.writeString(
        project.resolve("emulator.json5"),
        "{port: 0, httpsPort: 0, httpsCertificate: 'ec.crt', httpsKey: './ec.key'}");
    try (EmulatorProcess process =
        EmulatorProcess.main(folder, "--config=project/emulator.json5")) {
      process.ready();
      process.end();
      assertThat(process.ended().output())
          .singleElement()
          .asString()
          .matches("HTTPS: https://127\\.0\\.0\\.1:\\d+/api/v1");
    }
  }

  @Test
  void an_https_port_in_use_is_one_line_that_names_it() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ended ended = run("--port=0", "--https-port=" + taken.getLocalPort());
      assertThat(ended.exitCode()).isEqualTo(2);
      assertThat(ended.errors())
          .singleElement()
          .asString()
          .startsWith(
              "Cannot listen on 127.0.0.1:" + taken.getLocalPort() + " (Address already in use)");
    }
  }

  @Test
  void a_certificate_that_cannot_be_used_is_one_line_and_exit_code_2() throws Exception {
    Files.writeString(folder.resolve("a.pem"), "nothing\n");
    String[] flags = {"--port=0", "--https-port=0", "--https-certificate=a.pem"};
    assertThat(run(flags))
        .isEqualTo(
            new Ended(
                2,
                List.of(),
                List.of("an HTTPS certificate needs its key: name the file of that, too")));
    assertThat(run(flags[0], flags[1], flags[2], "--https-key=a.pem"))
        .isEqualTo(
            new Ended(
                2,
                List.of(),
                List.of("a.pem has no certificate in PEM form (-----BEGIN CERTIFICATE-----)")));
    assertThat(run(flags[0], flags[1], flags[2], "--https-key=b.pem"))
        .isEqualTo(
            new Ended(
                2, List.of(), List.of("cannot read the key file b.pem: there is no such file")));
  }

  @Test
  void broken_handshakes_and_plain_requests_leave_nothing_on_standard_error() throws Exception {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = free.getLocalPort();
      free.close();
      try (EmulatorProcess process =
          EmulatorProcess.main(folder, "--port=0", "--https-port=" + port)) {
        Ready ready = process.ready();
        byte[] hello = {22, 3, 1, 0, 5, 1, 2, 3, 4, 5};
        send(port, hello);
        send(port, "GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        send(ready.api().getPort(), hello);
        assertThat(ready.get("/auth/me").statusCode()).isEqualTo(200);

        process.end();
        assertThat(process.ended().errors()).isEmpty();
      }
    }
  }

  @Test
  void nothing_for_https_is_loaded_without_it() throws Exception {
    assertThat(loaded("--port=0")).noneMatch(HttpsProcessTest::isForHttps);
    assertThat(loaded("--port=0", "--https-port=0"))
        .as("otherwise the test shows nothing")
        .anyMatch(name -> name.startsWith("org.wildfly."))
        .anyMatch(name -> name.endsWith(".SslContextFactory"));
  }

  private static boolean isForHttps(String name) {
    return name.startsWith("org.wildfly.")
        || name.startsWith("org.jboss.")
        || name.startsWith("org.eclipse.jetty.util.ssl.")
        || name.startsWith("io.github.flippingbookemulator.internal.tls.Certificate")
        || name.endsWith(".HttpsConnector");
  }

  /** The names of the classes that a process has loaded until after its first answer. */
  private List<String> loaded(String... arguments) throws Exception {
    Path classes = Files.createTempFile(folder, "classes", ".txt");
    List<String> command = new ArrayList<>();
    command.add("-Xlog:class+load:file=" + classes + ":tags");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    try (EmulatorProcess process = EmulatorProcess.start(folder, command)) {
      assertThat(process.ready().get("/auth/me").statusCode()).isEqualTo(200);
      process.end();
    }
    return Files.readAllLines(classes).stream()
        .map(line -> line.replaceFirst("^\\[class,load\\] (\\S+).*", "$1"))
        .toList();
  }

  private static void send(int port, byte[] bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(bytes);
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    }
  }

  private Ended run(String... arguments) throws IOException, InterruptedException {
    try (EmulatorProcess process = EmulatorProcess.main(folder, arguments)) {
      return process.ended();
    }
  }
}
