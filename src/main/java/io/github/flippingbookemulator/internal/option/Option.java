package io.github.flippingbookemulator.internal.option;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An option of the emulator and everything that is said about it. Its names on the command line, in
 * the environment and in the configuration file follow from {@code name}; the help text, the table
 * in the documentation and the check of a value in Java follow from the rest.
 *
 * @param name such as {@code maxWaiting}; in the singular, also if it takes a list
 * @param group where the help text shows it
 * @param type the values that it takes
 * @param preset the default; null if there is none, and then the help text says what happens
 * @param help what it does, in one or more sentences
 * @param <T> the type of its values in Java
 */
public record Option<T>(
    String name, OptionGroup group, ValueType<T> type, @Nullable T preset, String help) {
  /** Returns the flag, such as {@code --max-waiting}. */
  public String flag() {
    return "--" + words("-");
  }

  /** Returns the environment variable, such as {@code FLIPPINGBOOK_MAX_WAITING}. */
  public String variable() {
    return "FLIPPINGBOOK_" + words("_").toUpperCase(Locale.ROOT);
  }

  /** Returns the environment variables that set it: a list can also be named in the plural. */
  public List<String> variables() {
    return type.isList() ? List.of(variable(), variable() + "S") : List.of(variable());
  }

  /** Returns the keys of the configuration file that set it: a list can also be in the plural. */
  public List<String> keys() {
    return type.isList() ? List.of(name, name + "s") : List.of(name);
  }

  private String words(String separator) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z0-9])", separator).toLowerCase(Locale.ROOT);
  }
}
