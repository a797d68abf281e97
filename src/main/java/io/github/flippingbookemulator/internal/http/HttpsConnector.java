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

/** The door for HTTPS. Nothing of it is loaded where HTTPS is off. */
final class HttpsConnector {
  private HttpsConnector() {}

  static ServerConnector of(Server server, HttpConfiguration plain, SSLContext context) {
    HttpConfiguration http = new HttpConfiguration(plain);
    // Any host name will do: clients judge the certificate, and come by names nobody can foresee.
    http.addCustomizer(new SecureRequestCustomizer(false, false, -1, false));
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setSslContext(context);
    tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    var connections = new HttpConnectionFactory(http);
    var encrypted = new SslConnectionFactory(tls, connections.getProtocol());
    // Who speaks plain HTTP here shall be told, rather than see the connection break.
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new DetectorConnectionFactory(encrypted), connections);
    connector.setName(StrictRequestHandler.HTTPS);
    return connector;
  }
}
