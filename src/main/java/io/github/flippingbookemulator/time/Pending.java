package io.github.flippingbookemulator.time;

/**
 * Something that the emulator has begun and not ended.
 *
 * @param what it is, and how far, in words
 * @param on what it waits for
 */
public record Pending(String what, On on) {
  /** What something waits for. */
  public enum On {
    /** Work that is under way and ends by itself, such as a download. */
    WORK,
    /** Its time on the emulator's clock. */
    CLOCK,
    /** The client, who has to ask for it. */
    CLIENT,
    /** The test, which holds it back or steers it. */
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
