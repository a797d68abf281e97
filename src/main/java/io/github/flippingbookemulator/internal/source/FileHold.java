package io.github.flippingbookemulator.internal.source;

/** Until it is closed, no file of a source is deleted, except by a reset. */
public interface FileHold extends AutoCloseable {
  @Override
  void close();
}
