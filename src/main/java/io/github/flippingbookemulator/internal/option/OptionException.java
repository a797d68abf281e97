package io.github.flippingbookemulator.internal.option;

/**
 * An option, a configuration file or a combination of options that cannot be used. The message is
 * one sentence on one line, for the person who wrote the value.
 */
public final class OptionException extends IllegalArgumentException {
  /** Makes one; control characters, which the value may have, become blanks. */
  public OptionException(String message) {
    super(message.replaceAll("\\p{Cntrl}+", " "));
  }
}
