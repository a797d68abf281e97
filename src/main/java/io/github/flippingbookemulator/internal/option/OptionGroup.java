package io.github.flippingbookemulator.internal.option;

/** The sections of the help text, in order. */
public enum OptionGroup {
  /** Where the emulator is, and what it starts with. */
  START("Start"),
  /** Encryption. */
  HTTPS("HTTPS"),
  /** Accounts, and what ids depend on. */
  ACCOUNTS("Accounts"),
  /** The clock, and what it ends. */
  TIME("Time"),
  /** Calls that come too fast. */
  RATE_LIMIT("Rate limit"),
  /** Files and their conversion. */
  SOURCES("Sources"),
  /** Calls of the emulator to others. */
  WEBHOOKS("Webhooks"),
  /** The form of answers. */
  ANSWERS("Answers"),
  /** Who controls the emulator over HTTP. */
  CONTROL_PLANE("Control plane"),
  /** What goes to standard error. */
  LOG("Log"),
  /** The comparison with the service; not of the emulator itself. */
  COMPARE("Compare");

  private final String heading;

  OptionGroup(String heading) {
    this.heading = heading;
  }

  /** Returns the heading of the section. */
  public String heading() {
    return heading;
  }
}
