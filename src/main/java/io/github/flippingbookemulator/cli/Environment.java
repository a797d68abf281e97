package io.github.flippingbookemulator.cli;

import io.github.flippingbookemulator.cli.CommandLine.Value;
import io.github.flippingbookemulator.internal.config.AllOptions;
import io.github.flippingbookemulator.internal.error.Suggestion;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The environment variables that set options, and the warnings about those that look as if they
 * did.
 */
final class Environment {
  private static final String PREFIX = "FLIPPINGBOOK_";

  /**
   * What Kubernetes, and Docker with links, set in every container for a service whose name begins
   * with {@code flippingbook}.
   */
  private static final Pattern OF_A_SERVICE =
      Pattern.compile(
          PREFIX + "(\\w+_)?(SERVICE_HOST|SERVICE_PORT(_\\w+)?|PORT_\\d+_(TCP|UDP|SCTP)(_\\w+)?)");

  /** The variable of that service's address has the name of an option: its value decides. */
  private static final Pattern PORT_OF_A_SERVICE = Pattern.compile(PREFIX + "(\\w+_)?PORT");

  private static final Pattern ADDRESS = Pattern.compile("(tcp|udp|sctp)://.*");

  private final Map<Option<?>, Value> values = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();

  private Environment(Map<String, String> variables) {
    Map<String, String> own = new TreeMap<>();
    List<String> ofAService = new ArrayList<>();
    variables.forEach(
        (name, value) -> {
          if (!name.startsWith(PREFIX) || value.isBlank()) {
            return; // an empty variable counts as not set
          }
          if (isOfAService(name, value.strip())) {
            ofAService.add(name);
          } else {
            own.put(name, value.strip());
          }
        });
    for (Option<?> option : AllOptions.list()) {
      if (option.type().hasFlag()) {
        for (String name : option.variables()) {
          String value = own.remove(name);
          if (value != null) {
            put(option, new Value(name, value));
          }
        }
      }
    }
    if (!ofAService.isEmpty()) {
      ofAService.sort(null);
      warnings.add(
          "Ignored: %s, which a cluster sets for a service named 'flippingbook…'. Options can be set"
                  .formatted(String.join(", ", ofAService))
              + " by flags as well.");
    }
    own.keySet().forEach(name -> warnings.add(unknown(name)));
  }

  private void put(Option<?> option, Value value) {
    Value other = values.put(option, value);
    if (other != null) {
      throw new OptionException(
          "%s and %s are one option: set one of them".formatted(other.name(), value.name()));
    }
  }

  /**
   * Reads the variables of the environment.
   *
   * @throws OptionException if two variables set one option
   */
  static Environment of(Map<String, String> variables) {
    return new Environment(variables);
  }

  /** Returns the options that have a variable, with the name of that variable. */
  Map<Option<?>, Value> values() {
    return values;
  }

  /** Returns a sentence for each thing that the user should know. */
  List<String> warnings() {
    return warnings;
  }

  private static boolean isOfAService(String name, String value) {
    return OF_A_SERVICE.matcher(name).matches()
        || PORT_OF_A_SERVICE.matcher(name).matches() && ADDRESS.matcher(value).matches();
  }

  private static String unknown(String name) {
    List<String> known = new ArrayList<>();
    for (Option<?> option : AllOptions.list()) {
      if (option.type().hasFlag()) {
        known.add(option.variable());
      } else if (option.variable().equals(name)) {
        return "Ignored: %s, since there is no variable for %s: write the key '%2$s' into the file of --config"
            .formatted(name, option.name());
      }
    }
    return "Ignored: unknown variable " + name + Suggestion.ending(name, known);
  }
}
