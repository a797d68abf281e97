package io.github.flippingbookemulator.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * One call by HTTPS to a host of any name, which is found at 127.0.0.1 whatever it is: what a
 * network alias does. The name goes into SNI and is looked for in the certificate.
 *
 * @param protocol the version of TLS that was agreed on
 * @param certificate what the server showed
 * @param answer the whole answer, with its headers
 */
public record TlsCall(String protocol, Certificate certificate, String answer) {
  private static final int TIMEOUT_MILLIS = 10_000;

  public static TlsCall get(
      SSLContext trust, String host, URI server, String path, String... protocols)
      throws IOException {
    Socket plain = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
    plain.setSoTimeout(TIMEOUT_MILLIS);
    try (SSLSocket socket =
        (SSLSocket) trust.getSocketFactory().createSocket(plain, host, server.getPort(), true)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      if (protocols.length > 0) {
        parameters.setProtocols(protocols);
      }
      socket.setSSLParameters(parameters);
      String name = host.contains(":") ? "[" + host + "]" : host;
      String request =
          "GET %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer emulator-key\r\nConnection: close\r\n\r\n"
              .formatted(path, name);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readAllBytes();
      return new TlsCall(
          socket.getSession().getProtocol(),
          socket.getSession().getPeerCertificates()[0],
          new String(answer, StandardCharsets.UTF_8));
    }
  }
}
