package io.github.flippingbookemulator.internal.source;

/** As long as it is not closed, no file of a source is deleted, unless the emulator is reset. */
public interface FileHold extends AutoCloseable {
  @Override
  void close();
}
