package io.github.flippingbookemulator.cli;

import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.internal.config.AllOptions;
import io.github.flippingbookemulator.internal.error.Suggestion;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** The arguments of the process, and the options that follow from them, environment and file. */
final class CommandLine {
  /** The default port of the process: a person or a client has to find it. */
  static final int DEFAULT_PORT = 8080;

  private static final String HELP = "help";
  private static final String VERSION = "version";

  private final org.apache.commons.cli.CommandLine parsed;

  private CommandLine(org.apache.commons.cli.CommandLine parsed) {
    this.parsed = parsed;
  }

  /**
   * Reads the arguments.
   *
   * @throws OptionException if there is an unknown option, or one without its value
   */
  static CommandLine parse(String... arguments) {
    try {
      DefaultParser parser = DefaultParser.builder().setAllowPartialMatching(false).get();
      var parsed = parser.parse(flags(), arguments);
      if (!parsed.getArgList().isEmpty()) {
        throw unexpected(parsed.getArgList().get(0));
      }
      return new CommandLine(parsed);
    } catch (UnrecognizedOptionException e) {
      throw unknown(e.getOption());
    } catch (MissingArgumentException e) {
      String flag = "--" + e.getOption().getLongOpt();
      throw new OptionException(
          "%s needs a value: %s=%s; see --help".formatted(flag, flag, e.getOption().getArgName()));
    } catch (ParseException e) {
      throw new OptionException(e.getMessage() + "; see --help");
    }
  }

  boolean wantsHelp() {
    return parsed.hasOption(HELP);
  }

  boolean wantsVersion() {
    return parsed.hasOption(VERSION);
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
    Map<Option<?>, Value> flags = values();
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

  private Map<Option<?>, Value> values() {
    Map<Option<?>, Value> values = new LinkedHashMap<>();
    for (Option<?> option : AllOptions.list()) {
      String flag = option.flag();
      String name = flag.substring(2);
      if (option.type().hasFlag() && parsed.hasOption(name)) {
        String[] given = parsed.getOptionValues(name);
        int times = Math.max(1, given == null ? 0 : given.length);
        if (times > 1 && !option.type().isList()) {
          throw new OptionException(flag + " may be given only once");
        }
        values.put(option, new Value(flag, given == null ? "true" : String.join(",", given)));
      }
    }
    return values;
  }

  private static Options flags() {
    Options flags = new Options();
    for (Option<?> option : AllOptions.list()) {
      if (option.type().hasFlag()) {
        flags.addOption(
            org.apache.commons.cli.Option.builder()
                .longOpt(option.flag().substring(2))
                .hasArg()
                .argName(option.type().label())
                .optionalArg(option.type().isSwitch())
                .get());
      }
    }
    flags.addOption(null, HELP, false, null);
    flags.addOption(null, VERSION, false, null);
    return flags;
  }

  private static OptionException unknown(String argument) {
    String flag = argument.replaceFirst("=.*", "");
    List<String> known = new ArrayList<>(List.of("--" + HELP, "--" + VERSION));
    AllOptions.list().stream()
        .filter(option -> option.type().hasFlag())
        .forEach(option -> known.add(option.flag()));
    String suggestion = Suggestion.ending(flag, known);
    return new OptionException(
        "unknown option '" + flag + "'" + (suggestion.isEmpty() ? "; see --help" : suggestion));
  }

  private static OptionException unexpected(String argument) {
    return new OptionException("unexpected argument '" + argument + "'; see --help");
  }
}
