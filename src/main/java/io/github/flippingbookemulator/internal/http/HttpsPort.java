package io.github.flippingbookemulator.internal.http;

import javax.net.ssl.SSLContext;

/**
 * The HTTPS port of the server and its certificate.
 *
 * @param port the port to listen on; 0 for any free one
 * @param context the server's certificate and key
 */
public record HttpsPort(int port, SSLContext context) {}
