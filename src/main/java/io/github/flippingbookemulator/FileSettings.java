package io.github.flippingbookemulator;

import io.github.flippingbookemulator.source.ConversionTimes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a configuration file says: the settings of the table, and what has no flag. */
final class FileSettings {
  private FileSettings() {}

  /**
   * Changes options as a file says.
   *
   * @throws StartFailure about the first thing that is wrong with it
   */
  static EmulatorOptions apply(EmulatorOptions defaults, Path path) {
    ConfigFile file = ConfigFile.read(path);
    file.requireOnly(keys());
    EmulatorOptions options = defaults;
    // The accounts come first: the settings apiKey and accessToken are about the first of them.
    Optional<ConfigFile> accounts = file.find("accounts");
    if (accounts.isPresent()) {
      options = options.accounts(new AccountsInFile().read(accounts.get()));
    }
    for (Option setting : settings()) {
      Optional<ConfigFile> value = file.find(setting.key());
      if (value.isPresent()) {
        options = value.get().apply(options, setting);
      }
    }
    return options
        .registeredFiles(
            file.find("files").map(FileSettings::files).orElse(defaults.registeredFiles()))
        .conversionTimes(
            file.find("conversionTimes")
                .map(times -> conversionTimes(times, defaults.conversionTimes()))
                .orElse(defaults.conversionTimes()))
        .fetchTimeout(
            file.find("fetchTimeout")
                .map(timeout -> timeout.as(ValueParsers.POSITIVE_DURATION))
                .orElse(defaults.fetchTimeout()));
  }

  private static List<String> keys() {
    List<String> keys = new ArrayList<>();
    settings().forEach(setting -> keys.add(setting.key()));
    keys.addAll(List.of("accounts", "files", "conversionTimes", "fetchTimeout"));
    return keys;
  }

  /** All but the name of the file itself. */
  private static List<Option> settings() {
    List<Option> settings = new ArrayList<>(List.of(Option.values()));
    settings.remove(Option.CONFIG);
    return settings;
  }

  private static Map<String, Path> files(ConfigFile files) {
    Map<String, Path> registered = new LinkedHashMap<>();
    for (ConfigFile entry : files.properties()) {
      String url = entry.lastName();
      if (!url.matches("(?i)https?://.+")) {
        throw entry.wrong("files must be named by http or https URLs, not '" + url + "'");
      }
      Path path = entry.beside(entry.as(ValueParsers.FILE));
      if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
        throw entry.wrong("there is no readable file " + path);
      }
      registered.put(url, path);
    }
    return registered;
  }

  private static ConversionTimes conversionTimes(ConfigFile times, ConversionTimes defaults) {
    times.requireOnly(List.of("queue", "preview", "perPage"));
    return new ConversionTimes(
        duration(times, "queue", defaults.queue()),
        duration(times, "preview", defaults.preview()),
        duration(times, "perPage", defaults.perPage()));
  }

  private static Duration duration(ConfigFile times, String key, Duration otherwise) {
    return times.find(key).map(time -> time.as(ValueParsers.DURATION)).orElse(otherwise);
  }
}
