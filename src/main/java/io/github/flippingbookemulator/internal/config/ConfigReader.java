package io.github.flippingbookemulator.internal.config;

import io.github.flippingbookemulator.internal.account.AccountsOptions;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionException;
import io.github.flippingbookemulator.internal.option.OptionValues;
import io.github.flippingbookemulator.internal.option.TextTypes;
import io.github.flippingbookemulator.internal.source.ConversionOptions;
import io.github.flippingbookemulator.internal.source.RegisteredFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a configuration file: every option by its key, accounts and files as structures. */
public final class ConfigReader {
  /** The times of conversions can also stand together, under shorter keys. */
  private static final String TIMES = "conversionTimes";

  private static final Map<String, Option<?>> TIME_OF =
      Map.of(
          "queue", ConversionOptions.CONVERSION_QUEUE_TIME,
          "preview", ConversionOptions.CONVERSION_PREVIEW_TIME,
          "perPage", ConversionOptions.CONVERSION_PAGE_TIME);

  private ConfigReader() {}

  /**
   * Chooses what a file says; the other options stay as they are.
   *
   * @param values the values so far
   * @param path the file
   * @throws OptionException about the first thing that is wrong with it, with file and line
   */
  public static OptionValues read(OptionValues values, Path path) {
    ConfigFile file = ConfigFile.read(path);
    List<Option<?>> options = new ArrayList<>(AllOptions.list());
    options.remove(AllOptions.CONFIG);
    file.requireOnly(keys(options));
    OptionValues chosen = values;
    for (Option<?> option : options) {
      Optional<ConfigFile> value = find(file, option);
      if (value.isPresent()) {
        chosen = choose(chosen, option, value.get());
      }
    }
    Optional<ConfigFile> times = file.find(TIMES);
    return times.isPresent() ? times(chosen, file, times.get()) : chosen;
  }

  private static List<String> keys(List<Option<?>> options) {
    List<String> keys = new ArrayList<>();
    options.forEach(option -> keys.addAll(option.keys()));
    keys.add(TIMES);
    return keys;
  }

  private static Optional<ConfigFile> find(ConfigFile file, Option<?> option) {
    List<ConfigFile> values =
        option.keys().stream().flatMap(key -> file.find(key).stream()).toList();
    if (values.size() > 1) {
      throw sameOption(values.get(1), values.get(0).name());
    }
    return values.stream().findFirst();
  }

  private static OptionValues choose(OptionValues values, Option<?> option, ConfigFile value) {
    if (option == AccountsOptions.ACCOUNTS) {
      return values.with(AccountsOptions.ACCOUNTS, new AccountsReader().read(value));
    }
    if (option == RegisteredFiles.FILES) {
      return values.with(RegisteredFiles.FILES, files(value));
    }
    return value.choose(values, option);
  }

  private static OptionException sameOption(ConfigFile value, String other) {
    return value.wrong(other + " and " + value.name() + " are one option: write one of them");
  }

  private static OptionValues times(OptionValues values, ConfigFile file, ConfigFile times) {
    times.requireOnly(List.of("queue", "preview", "perPage"));
    OptionValues chosen = values;
    for (ConfigFile time : times.properties()) {
      Option<?> option = TIME_OF.get(time.lastName());
      if (file.find(option.name()).isPresent()) {
        throw sameOption(time, option.name());
      }
      chosen = time.choose(chosen, option);
    }
    return chosen;
  }

  private static Map<String, Path> files(ConfigFile files) {
    Map<String, Path> registered = new LinkedHashMap<>();
    for (ConfigFile entry : files.properties()) {
      String url = entry.lastName();
      if (!url.matches("(?i)https?://.+")) {
        throw entry.wrong("files must be named by http or https URLs, not '" + url + "'");
      }
      Path path = entry.beside(entry.as(new TextTypes.FilePath()));
      if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
        throw entry.wrong("there is no readable file " + path);
      }
      registered.put(url, path);
    }
    return registered;
  }
}
