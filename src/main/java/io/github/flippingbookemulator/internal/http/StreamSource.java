package io.github.flippingbookemulator.internal.http;

import org.jspecify.annotations.Nullable;

/**
 * The source of a streamed response. The next part is requested only when the client can receive
 * it, by one thread at a time, so that a slow client blocks no thread.
 */
public interface StreamSource {
  /**
   * Opens the stream.
   *
   * @param wake to be called, on any thread, whenever there may be something to send; it returns at
   *     once and never throws
   */
  void open(Runnable wake);

  /**
   * Returns the next part.
   *
   * @return the bytes; null if there is nothing to send now
   */
  byte @Nullable [] next();

  /**
   * Tells whether the stream is over.
   *
   * @return true if nothing will ever follow
   */
  boolean isOver();

  /** Called once when the stream has ended: it is over, or the client has disconnected. */
  void closed();
}
