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
 * Writes a stream without a thread of its own. A thread of the server writes as long as there is
 * something to send and the client receives it; never more than one at a time.
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

  /** Starts to write the response to an asynchronous request; completes the request at the end. */
  static void begin(StreamSource source, AsyncContext request, Executor executor)
      throws IOException {
    StreamWriter writer = new StreamWriter(source, request, executor);
    writer.out.setWriteListener(writer);
    source.open(writer::wake);
    writer.wake(); // onWritePossible may have run before the source was open
  }

  @Override
  public void onWritePossible() {
    if (calls.getAndIncrement() == 0) {
      send();
    }
  }

  @Override
  public void onError(Throwable failure) {
    end(); // the client has disconnected, or has received nothing for too long
  }

  /** Starts a thread that sends, unless one is running: that one will check again. */
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

  /**
   * Sends what is available, as long as the client receives it. Returns true if the stream is over.
   */
  private boolean sendAll() throws IOException {
    // After isReady has returned false, the server calls onWritePossible once it is ready.
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
        // The server has completed it already, because the connection was lost.
      }
    }
  }
}
