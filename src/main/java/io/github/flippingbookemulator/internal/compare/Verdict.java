package io.github.flippingbookemulator.internal.compare;

/** What a comparison says about a statement. The later ones decide when probes disagree. */
enum Verdict {
  NOT_TRIED("not tried"),
  AGREES("agrees"),
  COULD_NOT_TELL("could not tell"),
  DIFFERS("differs");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
