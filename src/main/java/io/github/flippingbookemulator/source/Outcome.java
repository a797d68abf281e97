package io.github.flippingbookemulator.source;

/** How the conversion of a source is to end. */
public sealed interface Outcome {
  /** It fails only if its file cannot be converted. */
  record Natural() implements Outcome {}

  /**
   * There is no source: a call that brings the PDF of a publication answers {@code success: false}
   * in {@code createdSource}, and a call that adds a source is refused. The reference shows these
   * answers (D), but not when the service gives them; here only a test causes them (E).
   *
   * @param message what the answer says, for people
   */
  record Refused(String message) implements Outcome {}

  /**
   * It fails, even if its file can be converted.
   *
   * @param reason the reason, as text
   */
  record Failed(String reason) implements Outcome {}

  /**
   * It stays in a state until the test moves it. If the file cannot be converted, it fails before
   * it reaches {@code Queued}.
   *
   * @param state any state that is not final
   */
  record Stuck(SourceState state) implements Outcome {
    /** Throws if the state is final. */
    public Stuck {
      if (state.isFinal()) {
        throw new IllegalArgumentException("every source that gets to " + state + " stays there");
      }
    }
  }
}
