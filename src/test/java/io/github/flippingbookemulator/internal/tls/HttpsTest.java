package io.github.flippingbookemulator.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.TlsCall;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls by HTTPS with a certificate that the emulator has made, over real connections. */
@Timeout(60)
class HttpsTest {
  private static final String ME = "/api/v1/auth/me";

  @AutoClose
  private static final Emulator emulator =
      Emulator.start(
          EmulatorOptions.defaults()
              .httpsPort(0)
              .httpsHostNames(List.of("books.test", "*.books.test", "10.0.0.7", "fd00::7")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "127.0.0.1",
        "::1",
        "0:0:0:0:0:0:0:1",
        "api-tc.is.flippingbook.com",
        "books.test",
        "a.books.test",
        "10.0.0.7",
        "fd00::7"
      })
  void a_client_that_trusts_the_authority_calls_the_host(String host) throws IOException {
    TlsCall call = TlsCall.get(emulator.sslContext(), host, emulator.httpsUri(), ME);
    assertThat(call.answer()).startsWith("HTTP/1.1 200").contains("\"success\":true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"online.flippingbook.com", "a.b.books.test", "127.0.0.2", "::2", "localhost.test"})
  void a_client_refuses_a_host_that_the_certificate_is_not_for(String host) {
    assertThatThrownBy(() -> TlsCall.get(emulator.sslContext(), host, emulator.httpsUri(), ME))
        .isInstanceOf(SSLHandshakeException.class)
        .hasMessageContaining("No ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void both_versions_of_tls_that_are_in_use_are_spoken(String protocol) throws IOException {
    TlsCall call =
        TlsCall.get(emulator.sslContext(), "localhost", emulator.httpsUri(), ME, protocol);
    assertThat(call.protocol()).isEqualTo(protocol);
    assertThat(call.answer()).startsWith("HTTP/1.1 200");
  }

  @Test
  void the_http_client_of_java_calls_it_and_gets_urls_by_https() throws Exception {
    HttpRequest create =
        HttpRequest.newBuilder(URI.create(emulator.httpsApiUrl() + "/fbonline/publication"))
            .header("Authorization", "Bearer " + emulator.apiKey())
            .POST(BodyPublishers.ofString("{}"))
            .build();

    String answer = client(emulator.sslContext()).send(create, BodyHandlers.ofString()).body();

    assertThat(emulator.httpsUri()).hasScheme("https").hasHost("127.0.0.1");
    assertThat(answer)
        .contains("\"url\":\"" + emulator.httpsUri() + "/view/")
        .doesNotContain("http://");
  }

  @Test
  void urls_in_answers_follow_the_host_of_production() throws IOException {
    TlsCall call =
        TlsCall.get(
            emulator.sslContext(),
            "api-tc.is.flippingbook.com",
            emulator.httpsUri(),
            "/api/v1/fbonline/publication");
    assertThat(call.answer()).contains("\"https://api-tc.is.flippingbook.com/api/v1/");
  }

  @Test
  void both_ports_serve_the_same_service() throws Exception {
    new Api(emulator).post("/fbonline/publication", "{name: 'By HTTP'}").ok();
    TlsCall call =
        TlsCall.get(
            emulator.sslContext(),
            "localhost",
            emulator.httpsUri(),
            "/api/v1/fbonline/publication?query=HTTP");
    assertThat(call.answer()).contains("\"name\":\"By HTTP\"");
  }

  @Test
  void nobody_else_trusts_it_and_it_trusts_nobody_else() throws Exception {
    try (Emulator other = Emulator.start(EmulatorOptions.defaults().httpsPort(0))) {
      for (SSLContext stranger : List.of(other.sslContext(), SSLContext.getDefault())) {
        assertThatThrownBy(() -> TlsCall.get(stranger, "localhost", emulator.httpsUri(), ME))
            .isInstanceOf(SSLHandshakeException.class);
      }
    }
  }

  @Test
  void the_authority_can_be_fetched_by_http_and_by_https() throws Exception {
    for (URI address : List.of(emulator.uri(), emulator.httpsUri())) {
      HttpResponse<String> answer = get(client(emulator.sslContext()), address);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-pem-file");
      assertThat(answer.body())
          .isEqualTo(emulator.certificateAuthority())
          .startsWith("-----BEGIN CERTIFICATE-----\n")
          .endsWith("\n-----END CERTIFICATE-----\n");
    }
  }

  @Test
  void the_certificates_are_what_strict_clients_ask_for() throws Exception {
    X509Certificate authority = certificate(emulator.certificateAuthority());
    X509Certificate server =
        (X509Certificate)
            TlsCall.get(emulator.sslContext(), "localhost", emulator.httpsUri(), ME).certificate();

    assertThat(authority.getSubjectX500Principal().getName())
        .isEqualTo("CN=FlippingBook emulator CA");
    assertThat(authority.getBasicConstraints()).as("issues no further authorities").isZero();
    assertThat(authority.getKeyUsage()[5]).as("keyCertSign").isTrue();
    assertThat(days(authority)).isEqualTo(730);
    assertThat(server.getBasicConstraints()).as("is no authority").isEqualTo(-1);
    assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    assertThat(days(server)).isEqualTo(397);
    // The identifiers of keys come with a few bytes of DER before them.
    byte[] keyId = authority.getExtensionValue("2.5.29.14");
    assertThat(keyId).hasSize(24);
    assertThat(server.getExtensionValue("2.5.29.35")).hasSize(26).endsWith(tail(keyId));
    authority.verify(authority.getPublicKey());
    server.verify(authority.getPublicKey());
  }

  @Test
  void a_reset_keeps_certificate_and_port() throws IOException {
    try (Emulator own = Emulator.start(EmulatorOptions.defaults().httpsPort(0))) {
      String authority = own.certificateAuthority();
      SSLContext before = own.sslContext();
      URI address = own.httpsUri();

      own.reset();

      assertThat(own.certificateAuthority()).isEqualTo(authority);
      assertThat(own.httpsUri()).isEqualTo(address);
      assertThat(TlsCall.get(before, "localhost", address, "/_emulator/ca.pem").answer())
          .endsWith(authority);
    }
  }

  @Test
  void a_handshake_at_the_port_for_http_fails_cleanly() throws IOException {
    assertThatThrownBy(() -> TlsCall.get(emulator.sslContext(), "localhost", emulator.uri(), ME))
        .isInstanceOf(SSLException.class);
    new Api(emulator).get("/auth/me").ok();
  }

  @Test
  void without_https_each_question_about_it_is_answered_in_words() throws Exception {
    try (Emulator plain = Emulator.start()) {
      String off = "HTTPS is off";
      assertThatIllegalStateException().isThrownBy(plain::httpsUri).withMessageContaining(off);
      assertThatIllegalStateException().isThrownBy(plain::httpsApiUrl).withMessageContaining(off);
      assertThatIllegalStateException().isThrownBy(plain::sslContext).withMessageContaining(off);
      assertThatIllegalStateException()
          .isThrownBy(plain::certificateAuthority)
          .withMessageContaining(off);
      HttpResponse<String> answer = get(HttpClient.newHttpClient(), plain.uri());
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains(off);
    }
  }

  private static HttpClient client(SSLContext trust) {
    return HttpClient.newBuilder().sslContext(trust).build();
  }

  private static HttpResponse<String> get(HttpClient client, URI address) throws Exception {
    URI authority = URI.create(address + "/_emulator/ca.pem");
    return client.send(HttpRequest.newBuilder(authority).build(), BodyHandlers.ofString());
  }

  private static X509Certificate certificate(String pem) throws Exception {
    InputStream in = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
    return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
  }

  private static long days(X509Certificate certificate) {
    return Duration.between(
            certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant())
        .toDays();
  }

  private static byte[] tail(byte[] keyId) {
    return Arrays.copyOfRange(keyId, 4, keyId.length);
  }
}
