package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.internal.outbound.ResponseReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Writes the body of a response with status 200 to a file, up to a limit. */
final class FileResponse implements ResponseReader, AutoCloseable {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final Path target;
  private final long most;
  private int status;
  private Map<String, List<String>> headers = Map.of();
  private long received;
  private @Nullable FileChannel file;
  private boolean closed;

  FileResponse(Path target, long most) {
    this.target = target;
    this.most = most;
  }

  @Override
  public synchronized void status(int status) {
    this.status = status;
  }

  @Override
  public synchronized void headers(Map<String, List<String>> headers) throws IOException {
    this.headers = headers;
    if (status == 200 && !closed) {
      file =
          FileChannel.open(
              target,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING);
    }
  }

  @Override
  public synchronized void content(ByteBuffer part) throws IOException {
    received += part.remaining();
    if (received > most) {
      throw new UnusableFile("it is larger than " + (most >> 20) + " MB");
    }
    if (file != null && !closed) {
      try {
        while (part.hasRemaining()) {
          file.write(part);
        }
      } catch (IOException e) {
        throw new UnusableFile("the emulator cannot keep the file: " + e.getMessage());
      }
    }
  }

  synchronized Map<String, List<String>> headers() {
    return headers;
  }

  /** Returns where a redirect leads to; null if the response is none. */
  synchronized @Nullable String location() {
    List<String> locations = headers.getOrDefault("Location", List.of());
    return REDIRECTS.contains(status) && !locations.isEmpty() ? text(locations.get(0)) : null;
  }

  /** Throws if the response brought no file. */
  synchronized void requireFile() {
    if (status != 200) {
      throw new UnusableFile(
          "it answered with status "
              + status
              + (REDIRECTS.contains(status) ? " and no Location" : " instead of 200"));
    }
  }

  /** Undoes the encodings of the content, unless it is given up meanwhile. */
  boolean isEncoded() {
    return !ContentEncoding.of(headers()).isEmpty();
  }

  Path unpacked(BooleanSupplier givenUp) {
    for (String encoding : ContentEncoding.of(headers())) {
      ContentEncoding.undo(encoding, target, most, givenUp);
    }
    return target;
  }

  /** Writes no more. */
  @Override
  public synchronized void close() {
    closed = true;
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      throw new UnusableFile("the emulator cannot keep the file: " + e.getMessage());
    }
  }

  /** Headers are read as Latin-1; servers that write other languages there write UTF-8. */
  private static String text(String header) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      return header;
    }
  }
}
