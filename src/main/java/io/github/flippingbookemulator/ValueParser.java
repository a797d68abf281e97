package io.github.flippingbookemulator;

import java.util.function.Function;

/**
 * A kind of value that people write: on the command line, in the environment or in a file.
 *
 * @param must what it must be, for complaints: "must be a number from 0 up"
 * @param inJson how it is written in a file
 * @param parser reads it; any exception means that it is not what it must be
 */
record ValueParser<T>(String must, InJson inJson, Function<String, T> parser) {
  /** How a value is written in a file. */
  enum InJson {
    /** As text only: of {@code 007} and {@code 1e5} a number would not keep what was written. */
    TEXT,
    /** As a number or as true or false; as text, too, since templates often write quotes. */
    SCALAR,
    /** As a list of texts, or as one text if it has one element. */
    LIST
  }

  /**
   * Reads a value.
   *
   * @param name what people call it, with the place in front if that is needed to find it
   * @param text what they wrote
   * @throws StartFailure if it is not what it must be
   */
  T read(String name, String text) {
    try {
      return parser.apply(text);
    } catch (RuntimeException e) {
      throw new StartFailure(name + " must be " + must + ", not '" + text + "'");
    }
  }
}
