package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.source.FilesControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
    files.put(url, new Given(new FileContent(content.clone())));
  }

  @Override
  public void register(String url, Path file) {
    files.put(url, new OnDisk(file));
  }

  @Override
  public void unregister(String url) {
    files.remove(url);
  }

  Optional<Content> find(String url) {
    return Optional.ofNullable(files.get(url));
  }

  /**
   * Registers a file by its content.
   *
   * @param url the address, exactly as clients will name it
   * @param content what is there
   */
  public void register(String url, FileContent content) {
    files.put(url, new Given(content));
  }

  /**
   * Returns what is in the files. One on disk that cannot be read is left out.
   *
   * @param except files on disk to leave out as well, by their addresses
   * @return the contents by address, in the order of addresses
   */
  public SortedMap<String, FileContent> contents(Map<String, Path> except) {
    SortedMap<String, FileContent> contents = new TreeMap<>();
    files.forEach(
        (url, content) -> {
          if (!(content instanceof OnDisk file && file.path.equals(except.get(url)))) {
            try {
              contents.put(url, content.read());
            } catch (IOException e) {
              System.getLogger(RegisteredFiles.class.getName())
                  .log(System.Logger.Level.WARNING, "The file of {0} cannot be read: {1}", url, e);
            }
          }
        });
    return contents;
  }

  /** A file, wherever it is. */
  sealed interface Content {
    void copyTo(Path target) throws IOException;

    FileContent read() throws IOException;
  }

  private record Given(FileContent content) implements Content {
    @Override
    public void copyTo(Path target) throws IOException {
      content.writeTo(target);
    }

    @Override
    public FileContent read() {
      return content;
    }
  }

  private record OnDisk(Path path) implements Content {
    @Override
    public void copyTo(Path target) throws IOException {
      Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public FileContent read() throws IOException {
      return FileContent.read(path);
    }
  }
}
