package io.github.flippingbookemulator.assertj;

import java.util.ArrayList;
import java.util.List;

/**
 * The message of a failed assertion: a sentence, then paragraphs with a title and a line for each
 * fact.
 */
final class FailureMessage {
  private static final int MOST_LINES = 10;

  private final StringBuilder text;

  /** Starts the message with a sentence, and adds its full stop. */
  FailureMessage(String sentence) {
    text = new StringBuilder(sentence.endsWith(".") ? sentence : sentence + ".");
  }

  /** Adds a paragraph, unless it has no lines. Of many lines, only the first are shown. */
  FailureMessage show(String title, List<String> lines) {
    return showAll(title, shortened(lines));
  }

  /** Adds a paragraph, unless it has no lines. */
  FailureMessage showAll(String title, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append("\n\n").append(title).append(':');
      lines.forEach(line -> text.append("\n  ").append(line));
    }
    return this;
  }

  String text() {
    return text.toString();
  }

  private static List<String> shortened(List<String> lines) {
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    List<String> shown = new ArrayList<>(lines.subList(0, MOST_LINES));
    shown.add("and " + (lines.size() - MOST_LINES) + " more");
    return shown;
  }
}
