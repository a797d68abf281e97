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
   * @param state any state that is not final
   */
  record Stuck(SourceState state) implements Outcome {
    /** Refuses final states. */
    public Stuck {
      if (state.isFinal()) {
        throw new IllegalArgumentException("every source that gets to " + state + " stays there");
      }
    }
  }
}
