package io.github.flippingbookemulator.internal.option;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** The values of options: the chosen ones, and the defaults of all others. Immutable. */
public final class OptionValues {
  /** Nothing is chosen. */
  public static final OptionValues DEFAULTS = new OptionValues(Map.of());

  private final Map<Option<?>, Object> chosen;

  private OptionValues(Map<Option<?>, Object> chosen) {
    this.chosen = chosen;
  }

  /**
   * Returns the value of an option that has a default.
   *
   * @throws IllegalStateException if it has none, and no value was chosen
   */
  public <T> T get(Option<T> option) {
    return find(option)
        .orElseThrow(() -> new IllegalStateException(option.name() + " has no default"));
  }

  /** Returns the value of an option, if one was chosen or there is a default. */
  @SuppressWarnings("unchecked") // with() puts in values of the option's type only
  public <T> Optional<T> find(Option<T> option) {
    return Optional.ofNullable(
        chosen.containsKey(option) ? (T) chosen.get(option) : option.preset());
  }

  /**
   * Chooses a value.
   *
   * @throws OptionException if the option does not take it
   */
  public <T> OptionValues with(Option<T> option, T value) {
    return put(option, option.type().checked(option.name(), value));
  }

  /** Lets an option have its default again. */
  public OptionValues without(Option<?> option) {
    Map<Option<?>, Object> others = copy();
    others.remove(option);
    return new OptionValues(Collections.unmodifiableMap(others));
  }

  /**
   * Chooses the value that a text stands for.
   *
   * @param name what the user called the option, for error messages
   * @throws OptionException if the text is no value of the option
   */
  public <T> OptionValues withText(Option<T> option, String name, String text) {
    return put(option, option.type().read(name, text));
  }

  private OptionValues put(Option<?> option, Object value) {
    Map<Option<?>, Object> more = copy();
    more.put(option, value);
    return new OptionValues(Collections.unmodifiableMap(more));
  }

  /** Options are constants, so identity is enough and spares their hash codes. */
  private Map<Option<?>, Object> copy() {
    Map<Option<?>, Object> copy = new IdentityHashMap<>(chosen.size() + 1);
    copy.putAll(chosen);
    return copy;
  }
}
