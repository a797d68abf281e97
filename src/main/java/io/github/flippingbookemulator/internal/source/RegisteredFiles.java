package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionGroup;
import io.github.flippingbookemulator.internal.option.StructureType;
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
 * Files registered by URL: if a client gives such a {@code url} for a source, the emulator takes
 * the registered file and does not use the network.
 */
public final class RegisteredFiles implements FilesControl {
  /** The files to register at the start, by URL. */
  public static final Option<Map<String, Path>> FILES =
      new Option<>(
          "files",
          OptionGroup.SOURCES,
          new StructureType<>("an object with a file for each URL"),
          Map.of(),
          "Files that sources can name by URL without using the network.");

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
   * @param url the URL, exactly as clients will send it
   * @param content its content
   */
  public void register(String url, FileContent content) {
    files.put(url, new Given(content));
  }

  /**
   * Reads the registered files. A file on disk that cannot be read is logged and left out.
   *
   * @param except files on disk to leave out if registered for the same URL, by URL
   * @return the contents by URL, sorted by URL
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

  /** A registered file, in memory or on disk. */
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
