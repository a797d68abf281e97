package io.github.flippingbookemulator.control.client;

import static io.github.flippingbookemulator.control.client.ControlClient.encoded;

import io.github.flippingbookemulator.source.FilesControl;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;

/** The registered files of a remote emulator. A file on disk is read when it is registered. */
record HttpFiles(ControlClient calls) implements FilesControl {
  @Override
  public void register(String url, byte[] content) {
    calls.put(path(url), BodyPublishers.ofByteArray(content));
  }

  @Override
  public void register(String url, Path file) {
    try {
      calls.put(path(url), BodyPublishers.ofFile(file));
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void unregister(String url) {
    calls.delete(path(url));
  }

  private static String path(String url) {
    return "/files?url=" + encoded(url);
  }
}
