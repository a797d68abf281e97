package io.github.flippingbookemulator.internal.publication;

import io.github.flippingbookemulator.internal.option.ChoiceTypes;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionGroup;
import io.github.flippingbookemulator.internal.option.TimeTypes;
import java.time.Duration;
import java.util.List;

/** The options of publications. */
public final class PublicationOptions {
  /** How long deleted publications can still be read. */
  public static final Option<Duration> TRASH_RETENTION =
      new Option<>(
          "trashRetention",
          OptionGroup.TIME,
          TimeTypes.TimeSpan.fromZero(),
          Duration.ofDays(30),
          "How long deleted publications can still be read: 500ms, 10s, 90m, 12h, 30d or P30D.");

  /** Whether readers' addresses are printed as production does. */
  public static final Option<Boolean> PRODUCTION_URLS =
      new Option<>(
          "productionUrls",
          OptionGroup.ANSWERS,
          new ChoiceTypes.Switch(),
          false,
          "Readers' addresses as production prints them, which cannot be fetched here.");

  /** All of them. */
  public static final List<Option<?>> OPTIONS = List.of(TRASH_RETENTION, PRODUCTION_URLS);

  private PublicationOptions() {}
}
