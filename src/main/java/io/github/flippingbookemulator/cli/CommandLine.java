package io.github.flippingbookemulator.cli;

import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.internal.config.AllOptions;
import io.github.flippingbookemulator.internal.error.Suggestion;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of the process, and the options that follow from them, environment and file. A flag
 * is written {@code --name=value} or {@code --name value}; a value that begins with {@code --}
 * needs the first form.
 */
final class CommandLine {
  /** The default port of the process: a person or a client has to find it. */
  static final int DEFAULT_PORT = 8080;

  private static final String HELP = "--help";
  private static final String VERSION = "--version";

  private final List<Option<?>> known;
  private final Deque<String> arguments;
  private final Map<Option<?>, Value> flags = new LinkedHashMap<>();
  private boolean help;
  private boolean version;

  private CommandLine(List<Option<?>> known, String... arguments) {
    this.known = known;
    this.arguments = new ArrayDeque<>(List.of(arguments));
    while (!this.arguments.isEmpty()) {
      readFlag(this.arguments.remove());
    }
  }

  /**
   * Reads the arguments.
   *
   * @throws OptionException if there is an unknown option, or one without its value
   */
  static CommandLine parse(String... arguments) {
    return parse(AllOptions.list(), arguments);
  }

  /**
   * Reads arguments that set other options.
   *
   * @param known the options that there are
   * @throws OptionException if there is an unknown option, or one without its value
   */
  static CommandLine parse(List<Option<?>> known, String... arguments) {
    return new CommandLine(known, arguments);
  }

  /**
   * Returns the value of a flag.
   *
   * @throws OptionException if what was given is no value of it
   */
  <T> Optional<T> value(Option<T> option) {
    Value value = flags.get(option);
    return value == null
        ? Optional.ofNullable(option.preset())
        : Optional.of(option.type().read(value.name(), value.text()));
  }

  boolean wantsHelp() {
    return help;
  }

  boolean wantsVersion() {
    return version;
  }

  /**
   * Puts the options together: the defaults, changed by the file, changed by the environment,
   * changed by the flags. Everything given must be right, even if it is then changed again.
   *
   * @param environment the variables that set options
   * @throws OptionException about the first thing that is wrong
   */
  EmulatorOptions options(Environment environment) {
    EmulatorOptions options = EmulatorOptions.defaults().port(DEFAULT_PORT);
    Map<Option<?>, Value> variables = environment.values();
    Value config = flags.getOrDefault(AllOptions.CONFIG, variables.get(AllOptions.CONFIG));
    if (config != null) {
      Path file = AllOptions.CONFIG.type().read(config.name(), config.text());
      options = options.config(file);
    }
    return set(set(options, variables), flags);
  }

  /**
   * A value as the user wrote it.
   *
   * @param name what the user called the option
   * @param text the value
   */
  record Value(String name, String text) {}

  private static EmulatorOptions set(EmulatorOptions options, Map<Option<?>, Value> values) {
    EmulatorOptions changed = options;
    for (var each : values.entrySet()) {
      Option<?> option = each.getKey();
      Value value = each.getValue();
      if (option != AllOptions.CONFIG) {
        option.type().read(value.name(), value.text()); // so that a complaint has the user's name
        changed = changed.set(option.name(), value.text());
      }
    }
    return changed;
  }

  private void readFlag(String argument) {
    if (!argument.startsWith("-") || argument.equals("-") || argument.equals("--")) {
      throw new OptionException("unexpected argument '" + argument + "'; see --help");
    }
    int end = argument.indexOf('=');
    String flag = end < 0 ? argument : argument.substring(0, end);
    String value = end < 0 ? null : argument.substring(end + 1);
    if (flag.equals(HELP) || flag.equals(VERSION)) {
      if (value != null) {
        throw new OptionException(flag + " takes no value");
      }
      help |= flag.equals(HELP);
      version |= flag.equals(VERSION);
      return;
    }
    Option<?> option = option(flag);
    String text = value == null ? nextValue(option) : value;
    Value before = flags.get(option);
    if (before != null && !option.type().isList()) {
      throw new OptionException(flag + " may be given only once");
    }
    flags.put(option, new Value(flag, before == null ? text : before.text() + "," + text));
  }

  /** The value of a flag that has none behind a '=': the next argument. */
  private String nextValue(Option<?> option) {
    String next = arguments.peek();
    if (option.type().isSwitch() && (next == null || next.startsWith("-"))) {
      return "true";
    }
    if (next == null || next.startsWith("--")) {
      throw new OptionException(
          "%1$s needs a value: %1$s=%2$s; see --help"
              .formatted(option.flag(), option.type().label()));
    }
    return arguments.remove();
  }

  private Option<?> option(String flag) {
    List<String> names = new ArrayList<>(List.of(HELP, VERSION));
    for (Option<?> option : known) {
      boolean hasFlag = option.type().hasFlag();
      if (option.flag().equals(flag)) {
        if (hasFlag) {
          return option;
        }
        throw new OptionException(
            "there is no flag for %s: write the key '%1$s' into the file of --config"
                .formatted(option.name()));
      }
      if (hasFlag) {
        names.add(option.flag());
      }
    }
    String suggestion = Suggestion.ending(flag, names);
    throw new OptionException(
        "unknown option '" + flag + "'" + (suggestion.isEmpty() ? "; see --help" : suggestion));
  }
}
