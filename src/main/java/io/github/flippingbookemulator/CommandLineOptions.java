package io.github.flippingbookemulator;

import io.github.flippingbookemulator.internal.error.Suggestion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What stands on the command line, and what follows from it, the environment and the file. */
final class CommandLineOptions {
  /** Where a person or a client looks for the emulator if nothing else is said. */
  private static final int DEFAULT_PORT = 8080;

  private final ParseResult parsed;

  private CommandLineOptions(ParseResult parsed) {
    this.parsed = parsed;
  }

  /**
   * Reads a command line.
   *
   * @throws StartFailure if it has an unknown option, or one without its value
   */
  static CommandLineOptions parse(String... arguments) {
    try {
      return new CommandLineOptions(CommandLineSpec.commandLine().parseArgs(arguments));
    } catch (UnmatchedArgumentException e) {
      throw unknown(e.getUnmatched().get(0), e.getCommandLine());
    } catch (ParameterException e) {
      throw new StartFailure(e.getMessage() + "; see --help");
    }
  }

  boolean wantsHelp() {
    return parsed.isUsageHelpRequested();
  }

  boolean wantsVersion() {
    return parsed.isVersionHelpRequested();
  }

  /**
   * Puts together what to start with: the defaults, changed by the file, changed by the
   * environment, changed by the flags. Everything given must be right, even if it is then changed
   * again.
   *
   * @param environment the environment's variables; an empty one counts as not set
   * @throws StartFailure about the first thing that is wrong
   */
  EmulatorOptions options(Map<String, String> environment) {
    Map<Option, String> variables = variables(environment);
    Map<Option, String> flags = flags();
    EmulatorOptions options = EmulatorOptions.defaults().port(DEFAULT_PORT);
    Option config = Option.CONFIG;
    if (flags.containsKey(config)) {
      options = config.apply(options, config.flag(), flags.get(config));
    } else if (variables.containsKey(config)) {
      options = config.apply(options, config.variable(), variables.get(config));
    }
    flags.remove(config);
    variables.remove(config);
    for (var variable : variables.entrySet()) {
      Option setting = variable.getKey();
      options = setting.apply(options, setting.variable(), variable.getValue());
    }
    for (var flag : flags.entrySet()) {
      Option setting = flag.getKey();
      options = setting.apply(options, setting.flag(), flag.getValue());
    }
    return options;
  }

  private static Map<Option, String> variables(Map<String, String> environment) {
    Map<Option, String> given = new EnumMap<>(Option.class);
    for (Option setting : Option.values()) {
      String text = environment.getOrDefault(setting.variable(), "").strip();
      if (!text.isEmpty()) {
        given.put(setting, text);
      }
    }
    return given;
  }

  private Map<Option, String> flags() {
    Map<Option, String> given = new EnumMap<>(Option.class);
    for (Option setting : Option.values()) {
      OptionSpec flag = parsed.matchedOption(setting.flag());
      if (flag != null) {
        if (flag.stringValues().size() > 1 && !setting.isRepeatable()) {
          throw new StartFailure(setting.flag() + " may be given only once");
        }
        given.put(setting, String.join(",", flag.stringValues()));
      }
    }
    return given;
  }

  private static StartFailure unknown(String argument, CommandLine commandLine) {
    if (!argument.startsWith("-")) {
      return new StartFailure("unexpected argument '" + argument + "'; see --help");
    }
    String flag = argument.replaceFirst("=.*", "");
    List<String> known = new ArrayList<>(commandLine.getCommandSpec().optionsMap().keySet());
    String suggestion = Suggestion.ending(flag, known);
    return new StartFailure(
        "unknown option '" + flag + "'" + (suggestion.isEmpty() ? "; see --help" : suggestion));
  }
}
