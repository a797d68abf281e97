package io.github.flippingbookemulator.internal.http;

import org.jspecify.annotations.Nullable;

/**
 * What a streamed answer consists of, bit by bit. It is asked for the next bit only when the client
 * can take it, by one thread at a time, so that a slow client keeps nobody waiting.
 */
public interface StreamSource {
  /**
   * Begins.
   *
   * @param wake what to call, on any thread, whenever there may be something to send; it returns at
   *     once and never fails
   */
  void open(Runnable wake);

  /**
   * Returns what is to be sent next.
   *
   * @return the bytes; null if there is nothing by now
   */
  byte @Nullable [] next();

  /**
   * Tells whether all has been said.
   *
   * @return true if nothing will ever follow
   */
  boolean isOver();

  /** Hears, once, that the stream has ended: all has been said, or the client has gone. */
  void closed();
}
