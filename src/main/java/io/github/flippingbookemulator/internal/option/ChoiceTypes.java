package io.github.flippingbookemulator.internal.option;

import io.github.flippingbookemulator.internal.option.ValueType.Form;
import java.util.Locale;

/** Values of which there are only a few. */
public final class ChoiceTypes {
  private ChoiceTypes() {}

  /** True or false. */
  public static final class Switch extends ValueType<Boolean> {
    /** The only one of its kind. */
    public Switch() {
      super("true|false", "true or false", Form.SWITCH);
    }

    @Override
    protected Boolean parse(String text) {
      return switch (text) {
        case "true", "1" -> true;
        case "false", "0" -> false;
        default -> throw new IllegalArgumentException(text);
      };
    }
  }

  /** On or off; a file may also say true or false. */
  public static final class OnOrOff extends ValueType<Boolean> {
    /** The only one of its kind. */
    public OnOrOff() {
      super("on|off", "on or off", Form.SCALAR);
    }

    @Override
    protected Boolean parse(String text) {
      return switch (text) {
        case "on", "true" -> true;
        case "off", "false" -> false;
        default -> throw new IllegalArgumentException(text);
      };
    }

    @Override
    public String format(Boolean value) {
      return value ? "on" : "off";
    }
  }

  /** One of an enum's constants, in lower case and with dashes. */
  public static final class OneOf<E extends Enum<E>> extends ValueType<E> {
    private final E[] constants;

    /** One of these constants. */
    public OneOf(E[] constants) {
      super("MODE", words(constants), Form.TEXT);
      this.constants = constants;
    }

    @Override
    protected E parse(String text) {
      for (E constant : constants) {
        if (format(constant).equals(text)) {
          return constant;
        }
      }
      throw new IllegalArgumentException(text);
    }

    @Override
    public String format(E value) {
      return word(value);
    }

    private static String words(Enum<?>[] constants) {
      StringBuilder words = new StringBuilder(word(constants[0]));
      for (int i = 1; i < constants.length; i++) {
        words.append(i == constants.length - 1 ? " or " : ", ").append(word(constants[i]));
      }
      return words.toString();
    }

    private static String word(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
