package io.github.flippingbookemulator.journal;

/** What a line of the process's log looks like. */
public enum LogFormat {
  /** A line of text. */
  TEXT,
  /** A JSON object on each line. */
  JSON
}
