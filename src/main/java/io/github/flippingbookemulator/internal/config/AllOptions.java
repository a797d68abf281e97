package io.github.flippingbookemulator.internal.config;

import io.github.flippingbookemulator.internal.account.AccountsOptions;
import io.github.flippingbookemulator.internal.error.Suggestion;
import io.github.flippingbookemulator.internal.http.ControlOptions;
import io.github.flippingbookemulator.internal.http.GatewayOptions;
import io.github.flippingbookemulator.internal.http.ServerOptions;
import io.github.flippingbookemulator.internal.journal.LogOptions;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionException;
import io.github.flippingbookemulator.internal.option.ValueTypes;
import io.github.flippingbookemulator.internal.publication.PublicationOptions;
import io.github.flippingbookemulator.internal.runtime.StateFile;
import io.github.flippingbookemulator.internal.source.ConversionOptions;
import io.github.flippingbookemulator.internal.source.RegisteredFiles;
import io.github.flippingbookemulator.internal.store.Ids;
import io.github.flippingbookemulator.internal.time.ClockOptions;
import io.github.flippingbookemulator.internal.tls.HttpsOptions;
import io.github.flippingbookemulator.internal.trigger.WebhookOptions;
import java.nio.file.Path;
import java.util.List;

/** All options, in the order in which the help text shows them. */
public final class AllOptions {
  /** The configuration file; it can hold every other option. */
  public static final Option<Path> CONFIG =
      new Option<>(
          "config",
          new ValueTypes.FilePath(),
          null,
          "A JSON5 file with any of these options, and with accounts and files.");

  /** The options by group. */
  public static final List<Group> GROUPS =
      List.of(
          new Group(
              "Start",
              CONFIG,
              ServerOptions.PORT,
              ServerOptions.HOST,
              GatewayOptions.PUBLIC_URL,
              StateFile.STATE),
          new Group(
              "HTTPS",
              HttpsOptions.HTTPS_PORT,
              HttpsOptions.HTTPS_HOST_NAME,
              HttpsOptions.HTTPS_CERTIFICATE,
              HttpsOptions.HTTPS_KEY),
          new Group(
              "Accounts",
              AccountsOptions.API_KEY,
              AccountsOptions.ACCESS_TOKEN,
              AccountsOptions.ACCOUNTS,
              Ids.SEED),
          new Group(
              "Time",
              ClockOptions.SPEED,
              ClockOptions.START_TIME,
              PublicationOptions.TRASH_RETENTION),
          new Group("Rate limit", GatewayOptions.RATE_LIMIT, GatewayOptions.MAX_WAITING),
          new Group(
              "Sources",
              ConversionOptions.PACE,
              ConversionOptions.CONVERSION_QUEUE_TIME,
              ConversionOptions.CONVERSION_PREVIEW_TIME,
              ConversionOptions.CONVERSION_PAGE_TIME,
              ConversionOptions.FETCH,
              ConversionOptions.FETCH_TIMEOUT,
              RegisteredFiles.FILES),
          new Group("Webhooks", WebhookOptions.WEBHOOK_TIMEOUT),
          new Group(
              "Answers",
              GatewayOptions.FLAT_ERRORS,
              GatewayOptions.APPLICATION_ERRORS_AS_200,
              PublicationOptions.PRODUCTION_URLS,
              ServerOptions.CORS_ORIGIN,
              ServerOptions.BODY_TIMEOUT),
          new Group(
              "Control plane",
              ControlOptions.CONTROL,
              ControlOptions.CONTROL_TOKEN,
              ControlOptions.CONTROL_HOST),
          new Group("Log", LogOptions.LOG, LogOptions.LOG_FORMAT));

  private AllOptions() {}

  /**
   * A section of the help text.
   *
   * @param heading its heading
   * @param options its options
   */
  public record Group(String heading, List<Option<?>> options) {
    Group(String heading, Option<?>... options) {
      this(heading, List.of(options));
    }
  }

  /** Returns all options in order. */
  public static List<Option<?>> list() {
    return GROUPS.stream().<Option<?>>flatMap(group -> group.options().stream()).toList();
  }

  /**
   * Finds an option that has a value of text.
   *
   * @param name its name
   * @throws OptionException if there is none; it suggests the nearest name
   */
  public static Option<?> named(String name) {
    List<Option<?>> textual =
        list().stream().filter(option -> option.type().hasFlag() && option != CONFIG).toList();
    return textual.stream()
        .filter(option -> option.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new OptionException(
                    "there is no option '%s'%s"
                        .formatted(
                            name,
                            Suggestion.ending(name, textual.stream().map(Option::name).toList()))));
  }
}
