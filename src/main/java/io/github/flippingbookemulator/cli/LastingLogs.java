package io.github.flippingbookemulator.cli;

import java.util.logging.LogManager;

/**
 * Keeps the log to the very end of the process. {@code java.util.logging} would close it when the
 * process begins to end, while the emulator still has to say what it could not save. Public because
 * {@code java.util.logging} makes it.
 */
public final class LastingLogs extends LogManager {
  /** Makes one. */
  public LastingLogs() {}

  /** Does nothing: what is logged is flushed line by line. */
  @Override
  public void reset() {}
}
