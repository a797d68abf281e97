package io.github.flippingbookemulator.source;

import java.nio.file.Path;

/**
 * Files registered by URL: if a client gives such a {@code url} for a source, the emulator takes
 * the registered file and does not use the network.
 */
public interface FilesControl {
  /**
   * Registers a file by its content.
   *
   * @param url the URL, exactly as clients will send it
   * @param content its bytes
   */
  void register(String url, byte[] content);

  /**
   * Registers a file on disk, which is read each time a client sends the URL.
   *
   * @param url the URL, exactly as clients will send it
   * @param file its path
   */
  void register(String url, Path file);

  /**
   * Removes a registered file.
   *
   * @param url its URL
   */
  void unregister(String url);
}
