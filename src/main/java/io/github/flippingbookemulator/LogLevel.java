package io.github.flippingbookemulator;

/** How much is logged. */
public enum LogLevel {
  /** The emulator's own faults only. Whoever embeds an emulator decides that in his own log. */
  QUIET,
  /** Also what fails that a client has begun, such as conversions. */
  DEFAULT,
  /**
   * Also each request, at level INFO of the logger {@code io.github.flippingbookemulator.requests}.
   */
  REQUESTS
}
