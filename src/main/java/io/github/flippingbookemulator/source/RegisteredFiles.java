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
public final class RegisteredFiles implements FilesControl {
  private final Map<String, Content> files = new ConcurrentHashMap<>();

  /** Makes an empty list. */
  public RegisteredFiles() {}

  @Override
  public void register(String url, byte[] content) {
    byte[] copy = content.clone();
    files.put(url, target -> Files.write(target, copy));
  }

  @Override
  public void register(String url, Path file) {
    files.put(url, target -> Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING));
  }

  @Override
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
