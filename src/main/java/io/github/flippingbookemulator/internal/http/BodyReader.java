package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.time.Stopwatch;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a request. It blocks no thread, however slowly the bytes arrive. Each megabyte
 * has a limited time to arrive: this bounds the whole time of a small body, and the rate of a large
 * one.
 *
 * <p>The bytes are copied. Keeping the server's buffers would let a client that sends single bytes
 * occupy a whole buffer with each.
 */
final class BodyReader implements Invocable.Task {
  private static final String GIVEN_UP = BodyReader.class.getName();
  private static final String TAKEN = BodyMemory.class.getName();
  private static final int FIRST_CAPACITY = 16 * 1024;
  private static final int MEGABYTE = 1 << 20;
  private static final long RETRY_MILLIS = 20;

  private final Request request;
  private final int max;
  private final boolean kept;
  private final Duration perMegabyte;
  private final Stopwatch stopwatch = Stopwatch.start();
  private final Reliance reliance = Reliance.here();
  private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
  private final AtomicBoolean ended = new AtomicBoolean();
  private byte[] bytes = {};
  private long taken;
  private volatile int length;
  private volatile Scheduler.@Nullable Task alarm;
  private Content.@Nullable Chunk waiting;

  private BodyReader(Request request, int max, boolean kept, Duration perMegabyte) {
    this.request = request;
    this.max = max;
    this.kept = kept;
    this.perMegabyte = perMegabyte;
  }

  /**
   * Reads the whole body.
   *
   * @param request the request
   * @param max the largest size, in bytes
   * @param perMegabyte the time for each megabyte begun
   * @return completes, at once or on a thread of the server, with the bytes: one more than {@code
   *     max} if the body is larger. Fails with a refusal if the body is cut off or too slow.
   */
  static CompletableFuture<byte[]> read(Request request, int max, Duration perMegabyte) {
    return new BodyReader(request, max, true, perMegabyte).begin();
  }

  /**
   * Reads what has not been read of a body and drops it. Otherwise the server would close the
   * connection, and a client that is still sending could miss the response.
   *
   * @param request the request
   * @param max stops after so many bytes
   * @param perMegabyte the time for each megabyte begun
   * @return completes when there is nothing left to read, or no use in reading it; never fails
   */
  static CompletableFuture<?> discard(Request request, int max, Duration perMegabyte) {
    boolean pointless =
        !hasBody(request)
            // Such a client sends its body only after "100 Continue", which reading would send.
            || request.getHeaders().contains(HttpHeader.EXPECT)
            || isGivenUp(request);
    return pointless
        ? CompletableFuture.completedFuture(null)
        : new BodyReader(request, max, false, perMegabyte).begin().exceptionally(failure -> null);
  }

  /** Gives the memory of a request's body back, when the request is over. */
  static void forget(Request request) {
    if (Request.unWrap(request).removeAttribute(TAKEN) instanceof Long taken) {
      BodyMemory.ofJvm().giveBack(taken);
    }
  }

  /** Tells whether a body was cut off or too slow, so that the connection cannot be used on. */
  static boolean isGivenUp(Request request) {
    return Request.unWrap(request).getAttribute(GIVEN_UP) != null;
  }

  static boolean hasBody(Request request) {
    return request.getLength() > 0
        || request.getLength() < 0 && request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
  }

  private CompletableFuture<byte[]> begin() {
    readAvailable(true);
    return whole;
  }

  /** Called by the server when there are more bytes. */
  @Override
  public void run() {
    readAvailable(false);
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING; // what follows the body gets a thread of its own
  }

  private void readAvailable(boolean atOnce) {
    while (!ended.get()) {
      Content.Chunk chunk = waiting == null ? request.read() : waiting;
      waiting = null;
      if (chunk == null) {
        setAlarm();
        request.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        giveUp(atOnce, chunk.getFailure());
        return;
      }
      if (!take(chunk.getByteBuffer())) {
        waiting = chunk;
        setAlarm();
        timer().schedule(this::retry, RETRY_MILLIS, TimeUnit.MILLISECONDS);
        return;
      }
      boolean last = chunk.isLast();
      chunk.release();
      if (last || length > max) {
        end(atOnce, () -> whole.complete(bytes.length == length ? bytes : trimmed()));
        return;
      }
    }
  }

  private void retry() {
    onServer(
        () -> {
          readAvailable(false);
          if (waiting != null && ended.get()) {
            waiting.release();
          }
        });
  }

  /** Copies the bytes, unless reading has ended. Returns false if there is no memory now. */
  private synchronized boolean take(ByteBuffer content) {
    if (ended.get()) {
      return true; // the request may be over, and would not give back what is taken now
    }
    int more = Math.min(content.remaining(), max + 1 - length);
    if (kept && more > 0) {
      int needed = length + more;
      if (needed > bytes.length && !grow(needed)) {
        return false;
      }
      content.get(bytes, length, more);
    }
    length += more;
    return true;
  }

  private boolean grow(int needed) {
    if (needed <= FIRST_CAPACITY) {
      long whole = request.getLength();
      boolean known = whole >= needed && whole <= FIRST_CAPACITY;
      bytes = Arrays.copyOf(bytes, known ? (int) whole : FIRST_CAPACITY);
      return true;
    }
    int capacity = Math.max(needed, Math.min(2 * bytes.length, max + 1));
    if (!BodyMemory.ofJvm().take(taken, capacity - taken)) {
      return false;
    }
    taken = capacity;
    Request.unWrap(request).setAttribute(TAKEN, taken);
    bytes = Arrays.copyOf(bytes, capacity);
    return true;
  }

  private byte[] trimmed() {
    return kept ? Arrays.copyOf(bytes, length) : bytes;
  }

  private void setAlarm() {
    if (alarm == null) {
      setAlarm(perMegabyte);
    }
  }

  private void setAlarm(Duration time) {
    alarm = timer().schedule(this::checkTime, time.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void checkTime() {
    Duration left = perMegabyte.multipliedBy(1 + length / MEGABYTE).minus(stopwatch.elapsed());
    if (left.isNegative() || left.isZero()) {
      giveUp(false, new TimeoutException());
    } else if (!ended.get()) {
      setAlarm(left.compareTo(perMegabyte) < 0 ? left : perMegabyte);
    }
  }

  private void giveUp(boolean atOnce, Throwable failure) {
    if (failure instanceof TimeoutException) {
      reliance.add(Statement.GENERAL_SLOW_BODY);
    }
    RuntimeException refusal =
        failure instanceof TimeoutException
            ? Refusal.of(
                ErrorCode.INVALID_DATA,
                "The body of the request did not arrive in time: a megabyte may take %s seconds."
                    .formatted(perMegabyte.toMillis() / 1000.0))
            : FailureMapper.ofBrokenBody(failure);
    end(
        atOnce,
        () -> {
          Request.unWrap(request).setAttribute(GIVEN_UP, true);
          whole.completeExceptionally(refusal);
        });
  }

  private void end(boolean atOnce, Runnable completion) {
    synchronized (this) {
      if (!ended.compareAndSet(false, true)) {
        return;
      }
    }
    Scheduler.Task set = alarm;
    if (set != null) {
      set.cancel();
    }
    if (atOnce) {
      completion.run();
      return;
    }
    onServer(completion);
  }

  private void onServer(Runnable task) {
    try {
      request.getConnectionMetaData().getConnector().getExecutor().execute(task);
    } catch (RejectedExecutionException e) {
      // The server stops, and with it the connection.
    }
  }

  private Scheduler timer() {
    return request.getConnectionMetaData().getConnector().getScheduler();
  }
}
