package io.github.flippingbookemulator.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files that the emulator knows by their address, so that it need not fetch them: a client names
 * the address as the {@code url} of a source, and no network is used.
 */
public final class RegisteredFiles {
  private final Map<String, Content> files = new ConcurrentHashMap<>();

  /** Makes an empty list. */
  public RegisteredFiles() {}

  /**
   * Registers a file by its content.
   *
   * @param url the address, exactly as clients will name it
   * @param content what is there
   */
  public void register(String url, byte[] content) {
    byte[] copy = content.clone();
    files.put(url, target -> Files.write(target, copy));
  }

  /**
   * Registers a file on disk, which is read each time a client names the address.
   *
   * @param url the address, exactly as clients will name it
   * @param file where the content is
   */
  public void register(String url, Path file) {
    files.put(url, target -> Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING));
  }

  /**
   * Takes a file from the list.
   *
   * @param url its address
   */
  public void unregister(String url) {
    files.remove(url);
  }

  Optional<Content> find(String url) {
    return Optional.ofNullable(files.get(url));
  }

  @FunctionalInterface
  interface Content {
    void copyTo(Path target) throws IOException;
  }
}
