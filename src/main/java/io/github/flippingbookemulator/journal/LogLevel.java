package io.github.flippingbookemulator.journal;

/** How much is logged. */
public enum LogLevel {
  /** Faults of the emulator only. An application that embeds an emulator configures its own log. */
  QUIET,
  /** Also what fails that a client has begun, such as conversions. */
  DEFAULT,
  /**
   * Also each request, at level INFO of the logger {@code io.github.flippingbookemulator.requests}.
   */
  REQUESTS
}
