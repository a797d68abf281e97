package io.github.flippingbookemulator.source;

import java.nio.file.Path;

/**
 * Files that the emulator knows by their address, so that it need not fetch them: a client names
 * the address as the {@code url} of a source, and no network is used.
 */
public interface FilesControl {
  /**
   * Registers a file by its content.
   *
   * @param url the address, exactly as clients will name it
   * @param content what is there
   */
  void register(String url, byte[] content);

  /**
   * Registers a file on disk, which is read each time a client names the address.
   *
   * @param url the address, exactly as clients will name it
   * @param file where the content is
   */
  void register(String url, Path file);

  /**
   * Takes a file from the list.
   *
   * @param url its address
   */
  void unregister(String url);
}
