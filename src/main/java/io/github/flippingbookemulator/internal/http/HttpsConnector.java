package io.github.flippingbookemulator.internal.http;

import javax.net.ssl.SSLContext;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Makes the connector for HTTPS. Its classes are loaded only if HTTPS is on. */
final class HttpsConnector {
  private HttpsConnector() {}

  static ServerConnector of(Server server, HttpConfiguration plain, SSLContext context) {
    HttpConfiguration http = new HttpConfiguration(plain);
    // The host name is not checked: clients check the certificate, and may use any name.
    http.addCustomizer(new SecureRequestCustomizer(false, false, -1, false));
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setSslContext(context);
    tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    var connections = new HttpConnectionFactory(http);
    var encrypted = new SslConnectionFactory(tls, connections.getProtocol());
    // A plain HTTP request gets an error response here instead of a broken connection.
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new DetectorConnectionFactory(encrypted), connections);
    connector.setName(StrictRequestHandler.HTTPS);
    return connector;
  }
}
