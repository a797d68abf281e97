package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionGroup;
import io.github.flippingbookemulator.internal.option.TimeTypes;
import java.time.Duration;
import java.util.List;

/** The options of webhooks. */
public final class WebhookOptions {
  /** How long a receiver may take to answer. */
  public static final Option<Duration> WEBHOOK_TIMEOUT =
      new Option<>(
          "webhookTimeout",
          OptionGroup.WEBHOOKS,
          TimeTypes.TimeSpan.aboveZero(),
          Duration.ofSeconds(10),
          "How long the receiver of a webhook may take to answer, in real time.");

  /** All of them. */
  public static final List<Option<?>> OPTIONS = List.of(WEBHOOK_TIMEOUT);

  private WebhookOptions() {}
}
