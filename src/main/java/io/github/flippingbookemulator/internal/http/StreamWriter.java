package io.github.flippingbookemulator.internal.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes a stream without a thread of its own: a thread of the server comes by when there is
 * something to send and the client takes it, and leaves when one of both ends. There is one at
 * most.
 */
final class StreamWriter implements WriteListener {
  private final StreamSource source;
  private final AsyncContext request;
  private final ServletOutputStream out;
  private final Executor executor;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicInteger calls = new AtomicInteger();
  private boolean unsent;

  private StreamWriter(StreamSource source, AsyncContext request, Executor executor)
      throws IOException {
    this.source = source;
    this.request = request;
    this.out = request.getResponse().getOutputStream();
    this.executor = executor;
  }

  /** Begins to write the answer to an asynchronous request, and ends the request one day. */
  static void begin(StreamSource source, AsyncContext request, Executor executor)
      throws IOException {
    StreamWriter writer = new StreamWriter(source, request, executor);
    writer.out.setWriteListener(writer);
    source.open(writer::wake);
    writer.wake(); // for what has come between the two
  }

  @Override
  public void onWritePossible() {
    if (calls.getAndIncrement() == 0) {
      send();
    }
  }

  @Override
  public void onError(Throwable failure) {
    end(); // the client has gone, or has taken nothing for too long
  }

  /** Sends somebody to look, unless somebody is there and will look once more. */
  private void wake() {
    if (calls.getAndIncrement() == 0) {
      try {
        executor.execute(this::send);
      } catch (RejectedExecutionException e) {
        end(); // the server stops
      }
    }
  }

  private void send() {
    int heard;
    do {
      heard = calls.get();
      try {
        if (!ended.get() && sendAll()) {
          end();
        }
      } catch (IOException e) {
        end();
      } catch (RuntimeException e) {
        System.getLogger(StreamWriter.class.getName())
            .log(System.Logger.Level.ERROR, "A stream broke off by a fault of the emulator", e);
        end();
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

  private void end() {
    if (ended.compareAndSet(false, true)) {
      source.closed();
      try {
        request.complete();
      } catch (IllegalStateException e) {
        // The server was faster: it ends requests whose connection is lost.
      }
    }
  }
}
