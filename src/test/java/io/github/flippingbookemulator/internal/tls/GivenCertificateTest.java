package io.github.flippingbookemulator.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.testkit.TlsCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTTPS with certificates of one's own, made by openssl; see the files. */
@Timeout(60)
class GivenCertificateTest {
  private static final EmulatorOptions HTTPS = EmulatorOptions.defaults().httpsPort(0);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "ec.crt, ec.key",
    "ec.crt, ec-sec1.key",
    "rsa.crt, rsa.key",
    "rsa.crt, rsa-pkcs1.key",
  })
  void a_certificate_is_shown_whatever_form_its_key_has(String certificate, String key)
      throws IOException {
    try (Emulator emulator = start(file(certificate), file(key))) {
      TlsCall call =
          TlsCall.get(emulator.sslContext(), "localhost", emulator.httpsUri(), "/_emulator/health");
      assertThat(call.answer()).startsWith("HTTP/1.1 200");
      assertThatThrownBy(
              () ->
                  TlsCall.get(
                      emulator.sslContext(), "127.0.0.1", emulator.httpsUri(), "/_emulator/health"))
          .as("it is good for the names in it only")
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void certificate_and_key_can_be_in_one_file_with_words_between_them() throws IOException {
    Path both =
        Files.writeString(
            folder.resolve("both.pem"),
            "Bag Attributes: localhost\r\n"
                + Files.readString(file("ec.key")).replace("\n", "\r\n")
                + "subject=CN = localhost\r\n"
                + Files.readString(file("ec.crt")));
    try (Emulator emulator = start(both, both)) {
      TlsCall call =
          TlsCall.get(emulator.sslContext(), "localhost", emulator.httpsUri(), "/_emulator/health");
      assertThat(call.answer()).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void there_is_no_authority_to_fetch() throws Exception {
    try (Emulator emulator = start(file("rsa.crt"), file("rsa.key"))) {
      assertThatIllegalStateException()
          .isThrownBy(emulator::certificateAuthority)
          .withMessageContaining("was given its certificate");
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(emulator.uri() + "/_emulator/ca.pem")).build(),
                  BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("was given its certificate");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ec.key     | ec.key      | ec.key has no certificate in PEM form (-----BEGIN"
            + " CERTIFICATE-----)",
        "ec.crt     | ec.crt      | ec.crt has no private key in PEM form (-----BEGIN PRIVATE"
            + " KEY-----)",
        "broken.crt | ec.key      | a certificate in broken.crt cannot be read",
        "empty      | ec.key      | empty has no certificate in PEM form (-----BEGIN"
            + " CERTIFICATE-----)",
        "rsa.crt    | rsa-pkcs1.broken | the key in rsa-pkcs1.broken cannot be read as a key of"
            + " type RSA, which the certificate in rsa.crt asks for",
        "rsa.crt    | ec.key      | the key in ec.key cannot be read as a key of type RSA, which"
            + " the certificate in rsa.crt asks for",
        "other.crt  | ec.key      | the key in ec.key does not belong to the first certificate in"
            + " other.crt",
        "ec.crt     | encrypted.key | the key in encrypted.key is encrypted; decrypt it: openssl"
            + " pkey -in encrypted.key -out key.pem",
        "rsa.crt    | encrypted-pkcs1.key | the key in encrypted-pkcs1.key is encrypted; decrypt"
            + " it: openssl pkey -in encrypted-pkcs1.key -out key.pem",
        "ed25519.pem | ed25519.pem | the key of the certificate in ed25519.pem must be RSA or EC,"
            + " not EdDSA",
      })
  void a_file_that_cannot_be_used_is_one_clear_sentence(
      String certificate, String key, String complaint) throws IOException {
    String chain = Files.readString(file("ec.crt"));
    Files.createFile(folder.resolve("empty"));
    Files.writeString(folder.resolve("broken.crt"), chain.replace("MII", "MIJ"));
    Files.writeString(
        folder.resolve("rsa-pkcs1.broken"),
        Files.readString(file("rsa-pkcs1.key")).replace("MII", "MIJ"));
    // The authority first: a common mistake.
    Files.writeString(
        folder.resolve("other.crt"), chain.substring(chain.lastIndexOf("-----BEGIN")));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> start(found(certificate), found(key)).close())
        .withMessage(inFull(complaint));
  }

  @Test
  void a_file_that_cannot_be_read_is_one_clear_sentence() throws IOException {
    Path missing = folder.resolve("no.pem");
    Path binary = Files.write(folder.resolve("store.p12"), new byte[] {0x30, (byte) 0x82, 1, 2});

    assertThatThrownBy(() -> start(missing, file("ec.key")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot read the certificate file %s: there is no such file", missing);
    assertThatThrownBy(() -> start(file("ec.crt"), missing))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot read the key file %s: there is no such file", missing);
    assertThatThrownBy(() -> start(binary, file("ec.key")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot read the certificate file %s: it is not UTF-8 text", binary);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--https-certificate a.pem | an HTTPS certificate needs its key: name the file of that,"
            + " too",
        "--https-key a.pem | an HTTPS key needs its certificate: name the file of that, too",
        "--https-host-name a.test | HTTPS needs a port: choose one, or 0 for any free one",
        "--https-certificate a.pem --https-key b.pem | HTTPS needs a port: choose one, or 0 for any"
            + " free one",
        "--https-port 0 --https-certificate a.pem --https-key b.pem --https-host-name a.test |"
            + " HTTPS host names are for a generated certificate; one that is given has its own",
        "--port 8443 --https-port 8443 | HTTP and HTTPS need a port each, not both 8443",
      })
  void options_that_contradict_each_other_are_one_clear_sentence(String line, String complaint) {
    EmulatorOptions options = options(line);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Emulator.start(options).close())
        .withMessage(complaint);
  }

  @Test
  void a_host_name_that_is_none_is_refused_by_name() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HTTPS.httpsHostNames(List.of("a.test", "https://b.test")))
        .withMessage(
            "httpsHostName must be host names or IP addresses such as books.example.com,"
                + " *.example.com or 10.0.0.7, not 'a.test,https://b.test'");
  }

  /** Reads options written as flags. */
  private static EmulatorOptions options(String line) {
    EmulatorOptions options = EmulatorOptions.defaults();
    String[] words = line.split(" ");
    for (int i = 0; i < words.length; i += 2) {
      String name =
          Pattern.compile("-(.)")
              .matcher(words[i].substring(2))
              .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
      options = options.set(name, words[i + 1]);
    }
    return options;
  }

  private static Emulator start(Path certificate, Path key) {
    return Emulator.start(HTTPS.httpsCertificate(certificate, key));
  }

  private Path found(String name) {
    Path made = folder.resolve(name);
    return Files.exists(made) ? made : file(name);
  }

  /** The complaint with the paths of its files. */
  private String inFull(String complaint) {
    return Pattern.compile("empty|[\\w-]+\\.(crt|key|broken)|ed25519\\.pem")
        .matcher(complaint)
        .replaceAll(name -> Matcher.quoteReplacement(found(name.group()).toString()));
  }

  private static Path file(String name) {
    try {
      return Path.of(GivenCertificateTest.class.getResource("/tls/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
