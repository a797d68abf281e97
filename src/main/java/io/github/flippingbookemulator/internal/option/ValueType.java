package io.github.flippingbookemulator.internal.option;

/**
 * The values that an option takes: how they are written, and the rule for them. Subclasses are
 * named classes rather than lambdas, since every start of an emulator loads them.
 *
 * @param <T> the type in Java
 */
public abstract class ValueType<T> {
  private final String label;
  private final String rule;
  private final Form form;

  /** How a value is written in a configuration file. */
  public enum Form {
    /** As text only: {@code 007} and {@code 1e5} would lose their form as numbers. */
    TEXT,
    /** As a number or boolean, or as text, since templates often add quotes. */
    SCALAR,
    /** As true or false; on the command line, the flag alone means true. */
    SWITCH,
    /** As a list of texts; one text stands for a list of one. */
    LIST,
    /** As an object or a list of objects; there is no flag and no environment variable. */
    STRUCTURE
  }

  /**
   * Describes a type.
   *
   * @param label stands for a value in the help text, such as {@code N}
   * @param rule the rule in words, for error messages: "a number from 0 up"
   * @param form how a value is written in a configuration file
   */
  protected ValueType(String label, String rule, Form form) {
    this.label = label;
    this.rule = rule;
    this.form = form;
  }

  /** Reads a value from text; any exception means that the text is no value. */
  protected abstract T parse(String text);

  /** Whether the rule allows a value. */
  protected boolean allows(T value) {
    return true;
  }

  /** Writes a value so that it can be read again. */
  public String format(T value) {
    return String.valueOf(value);
  }

  /**
   * Reads a value.
   *
   * @param name what the user called the option, with the place in front of it in a file
   * @param text what the user wrote
   * @throws OptionException if the text is no value of this type
   */
  public final T read(String name, String text) {
    try {
      T value = parse(text);
      if (allows(value)) {
        return value;
      }
    } catch (RuntimeException e) {
      // The message below says more than that of any parser.
    }
    throw wrong(name, text);
  }

  /**
   * Checks a value that Java code sets.
   *
   * @throws OptionException if the rule does not allow it
   */
  final T checked(String name, T value) {
    if (!allows(value)) {
      throw wrong(name, format(value));
    }
    return value;
  }

  /** What stands for a value in the help text. */
  public final String label() {
    return label;
  }

  /** The rule in words. */
  public final String rule() {
    return rule;
  }

  /** How a value is written in a configuration file. */
  public final Form form() {
    return form;
  }

  /** Whether the flag alone switches the option on. */
  public final boolean isSwitch() {
    return form == Form.SWITCH;
  }

  /** Whether the flag can be repeated. */
  public final boolean isList() {
    return form == Form.LIST;
  }

  /** Whether there is a flag and an environment variable. */
  public final boolean hasFlag() {
    return form != Form.STRUCTURE;
  }

  private OptionException wrong(String name, String text) {
    return new OptionException(name + " must be " + rule + ", not '" + text + "'");
  }
}
