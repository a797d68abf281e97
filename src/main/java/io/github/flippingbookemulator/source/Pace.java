package io.github.flippingbookemulator.source;

import io.github.flippingbookemulator.internal.source.Conversions;

/** What moves conversions on. */
public enum Pace {
  /** The emulator's clock; each stage takes its time (the default). */
  TIMED,
  /** The client: each time it asks for a source, or its publication, that source goes a step on. */
  PER_POLL,
  /** Nothing: all steps are done before the call that brought the source is answered. */
  IMMEDIATE,
  /** The test, through {@link Conversions}. */
  MANUAL
}
