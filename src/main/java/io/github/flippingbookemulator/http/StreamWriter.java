package io.github.flippingbookemulator.http;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes a stream without a thread of its own: a thread of the server comes by when there is
 * something to send and the client takes it, and leaves when one of both ends. There is one at
 * most.
 */
final class StreamWriter implements WriteListener {
  private final StreamSource source;
  private final ServletOutputStream out;
  private final Executor executor;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final AtomicInteger calls = new AtomicInteger();
  private boolean unsent;

  private StreamWriter(StreamSource source, ServletOutputStream out, Executor executor) {
    this.source = source;
    this.out = out;
    this.executor = executor;
  }

  /**
   * Begins to write; the request has to be asynchronous by now.
   *
   * @return complete when the stream has ended
   */
  static CompletableFuture<Void> begin(
      StreamSource source, ServletOutputStream out, Executor executor) {
    StreamWriter writer = new StreamWriter(source, out, executor);
    writer.ended.thenRun(source::closed);
    out.setWriteListener(writer);
    source.open(writer::wake);
    writer.wake(); // for what has come between the two
    return writer.ended;
  }

  @Override
  public void onWritePossible() {
    if (calls.getAndIncrement() == 0) {
      send();
    }
  }

  @Override
  public void onError(Throwable failure) {
    ended.complete(null); // the client has gone, or has taken nothing for too long
  }

  /** Sends somebody to look, unless somebody is there and will look once more. */
  private void wake() {
    if (calls.getAndIncrement() == 0) {
      try {
        executor.execute(this::send);
      } catch (RejectedExecutionException e) {
        ended.complete(null); // the server stops
      }
    }
  }

  private void send() {
    int heard;
    do {
      heard = calls.get();
      try {
        if (!ended.isDone() && sendAll()) {
          ended.complete(null);
        }
      } catch (IOException e) {
        ended.complete(null);
      } catch (RuntimeException e) {
        System.getLogger(StreamWriter.class.getName())
            .log(System.Logger.Level.ERROR, "A stream broke off by a fault of the emulator", e);
        ended.complete(null);
      }
    } while (calls.addAndGet(-heard) != 0);
  }

  /** Sends what there is, as long as the client takes it; tells whether that was all. */
  private boolean sendAll() throws IOException {
    // Once it is not ready, the server calls onWritePossible when it is.
    while (out.isReady()) {
      byte[] next = source.next();
      if (next != null) {
        out.write(next);
        unsent = true;
      } else if (unsent) {
        unsent = false;
        out.flush();
      } else {
        return source.isOver();
      }
    }
    return false;
  }
}
