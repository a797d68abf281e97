package io.github.flippingbookemulator.reader;

import java.util.List;

/**
 * What a reader entered in a lead form.
 *
 * @param answers one for each field
 * @param skipped whether the reader closed the form without filling it in
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

  /** The type of a field's value. The number of e-mail was recorded (O), the others are E. */
  public enum Type {
    /** Any text. */
    TEXT(1),
    /** An e-mail address. */
    EMAIL(2),
    /** A telephone number. */
    PHONE(3);

    private final int number;

    Type(int number) {
      this.number = number;
    }

    /**
     * Returns the number of the type in notifications.
     *
     * @return 1 to 3
     */
    public int number() {
      return number;
    }
  }
}
