package io.github.flippingbookemulator.reader;

import java.util.List;

/**
 * What a reader entered in a lead form.
 *
 * @param answers one for each field; all of them empty if the form was skipped
 * @param skipped whether it was not filled in, which only a test asks for: a reader who closes the
 *     form causes no event (D)
 */
public record Lead(List<Answer> answers, boolean skipped) {
  /** Copies the list. */
  public Lead {
    answers = List.copyOf(answers);
  }

  /**
   * What was entered in a field.
   *
   * @param field the field
   * @param value the text, exactly as typed
   */
  public record Answer(Field field, String value) {}

  /**
   * A field of a lead form.
   *
   * @param label as the reader sees it
   * @param type the type of its value
   */
  public record Field(String label, Type type) {}

  /** The type of a field's value. Word and number of e-mail were recorded (O), the others are E. */
  public enum Type {
    /** Any text. */
    TEXT("Text", 1),
    /** An e-mail address. */
    EMAIL("Email", 2),
    /** A telephone number. */
    PHONE("Phone", 3);

    private final String word;
    private final int number;

    Type(String word, int number) {
      this.word = word;
      this.number = number;
    }

    /**
     * Returns the word for the type in the data of notifications.
     *
     * @return {@code Text}, {@code Email} or {@code Phone}
     */
    public String word() {
      return word;
    }

    /**
     * Returns the number of the type in the unique key of notifications.
     *
     * @return 1 to 3
     */
    public int number() {
      return number;
    }
  }
}
