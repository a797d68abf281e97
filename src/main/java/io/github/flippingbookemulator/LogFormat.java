package io.github.flippingbookemulator;

/** What a line of the process's log looks like. */
enum LogFormat {
  /** For people. */
  TEXT,
  /** A JSON object a line. */
  JSON
}
