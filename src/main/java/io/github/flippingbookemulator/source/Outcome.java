package io.github.flippingbookemulator.source;

/** What is to become of a source, whatever its file is. */
public sealed interface Outcome {
  /** What its file deserves. */
  record Natural() implements Outcome {}

  /**
   * It fails.
   *
   * @param reason why, in words
   */
  record Failed(String reason) implements Outcome {}

  /**
   * It gets into a state and stays there, until the test moves it.
   *
   * @param state the state
   */
  record Stuck(SourceState state) implements Outcome {}
}
