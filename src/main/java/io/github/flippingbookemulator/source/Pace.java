package io.github.flippingbookemulator.source;

/** What triggers the steps of conversions. */
public enum Pace {
  /** The emulator's clock: each stage takes a time (the default). */
  TIMED,
  /** The client: each request for a source, or for its publication, triggers one step. */
  PER_POLL,
  /** Nothing: all steps are done before the response to the call that adds the source. */
  IMMEDIATE,
  /** The test, through {@link ConversionsControl}. */
  MANUAL
}
