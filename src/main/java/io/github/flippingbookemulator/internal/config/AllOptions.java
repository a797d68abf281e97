package io.github.flippingbookemulator.internal.config;

import io.github.flippingbookemulator.internal.account.AccountsOptions;
import io.github.flippingbookemulator.internal.error.Suggestion;
import io.github.flippingbookemulator.internal.http.ControlOptions;
import io.github.flippingbookemulator.internal.http.GatewayOptions;
import io.github.flippingbookemulator.internal.http.ServerOptions;
import io.github.flippingbookemulator.internal.journal.LogOptions;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionException;
import io.github.flippingbookemulator.internal.option.OptionGroup;
import io.github.flippingbookemulator.internal.option.TextTypes;
import io.github.flippingbookemulator.internal.outbound.OutboundOptions;
import io.github.flippingbookemulator.internal.publication.PublicationOptions;
import io.github.flippingbookemulator.internal.runtime.StateFile;
import io.github.flippingbookemulator.internal.source.ConversionOptions;
import io.github.flippingbookemulator.internal.source.RegisteredFiles;
import io.github.flippingbookemulator.internal.store.Ids;
import io.github.flippingbookemulator.internal.time.ClockOptions;
import io.github.flippingbookemulator.internal.tls.HttpsOptions;
import io.github.flippingbookemulator.internal.trigger.WebhookOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * All options, in the order in which the help text shows them: by group, and in a group as the
 * features are listed here. Each feature lists its own.
 */
public final class AllOptions {
  /** The configuration file; it can hold every other option. */
  public static final Option<Path> CONFIG =
      new Option<>(
          "config",
          OptionGroup.START,
          new TextTypes.FilePath(),
          null,
          "A JSON5 file with any of these options, and with accounts and files.");

  private static final List<Option<?>> ALL =
      Stream.of(
              List.of(CONFIG),
              ServerOptions.OPTIONS,
              GatewayOptions.OPTIONS,
              List.of(StateFile.STATE),
              HttpsOptions.OPTIONS,
              AccountsOptions.OPTIONS,
              List.of(Ids.SEED),
              ClockOptions.OPTIONS,
              PublicationOptions.OPTIONS,
              ConversionOptions.OPTIONS,
              List.of(RegisteredFiles.FILES),
              WebhookOptions.OPTIONS,
              List.of(OutboundOptions.TRUST),
              ControlOptions.OPTIONS,
              LogOptions.OPTIONS)
          .<Option<?>>flatMap(List::stream)
          .sorted(Comparator.comparing(Option::group))
          .toList();

  private AllOptions() {}

  /** Returns all options in order. */
  public static List<Option<?>> list() {
    return ALL;
  }

  /** Returns the groups of all options in order. */
  public static List<OptionGroup> groups() {
    return ALL.stream().<OptionGroup>map(Option::group).distinct().toList();
  }

  /** Returns the options of a group in order. */
  public static List<Option<?>> of(OptionGroup group) {
    return ALL.stream().filter(option -> option.group() == group).toList();
  }

  /**
   * Finds an option that can be set by its name.
   *
   * @param name its name
   * @throws OptionException if there is none; it suggests the nearest name
   */
  public static Option<?> named(String name) {
    List<String> names = new ArrayList<>();
    for (Option<?> option : ALL) {
      boolean byName = option.type().hasFlag() && option != CONFIG;
      if (option.name().equals(name)) {
        if (byName) {
          return option;
        }
        throw new OptionException(
            name + " cannot be set by name: call the method of EmulatorOptions for it");
      }
      if (byName) {
        names.add(option.name());
      }
    }
    throw new OptionException(
        "there is no option '%s'%s".formatted(name, Suggestion.ending(name, names)));
  }
}
