package io.github.flippingbookemulator.time;

/**
 * Something that the emulator has started and not ended.
 *
 * @param what a description for people, with the progress
 * @param on what it waits for
 */
public record Pending(String what, On on) {
  /** What something waits for. */
  public enum On {
    /** Work that is running and ends by itself, such as a download. */
    WORK,
    /** Its time on the emulator's clock. */
    CLOCK,
    /** A request from a client. */
    CLIENT,
    /** The test, which holds it back or controls it. */
    TEST
  }

  @Override
  public String toString() {
    return what
        + switch (on) {
          case WORK -> " (under way)";
          case CLOCK -> " (waits for the clock)";
          case CLIENT -> " (goes on when a client asks for it)";
          case TEST -> " (held back by the test)";
        };
  }
}
