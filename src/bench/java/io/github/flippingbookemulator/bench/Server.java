package io.github.flippingbookemulator.bench;

/** A running HTTP server on loopback. */
interface Server extends AutoCloseable {
  int port();
}
