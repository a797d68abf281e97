package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.internal.option.ChoiceTypes;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionGroup;
import io.github.flippingbookemulator.internal.option.TimeTypes;
import io.github.flippingbookemulator.trigger.WebhookTargets;
import java.time.Duration;
import java.util.List;

/** The options of webhooks. */
public final class WebhookOptions {
  /** Where webhooks go. */
  public static final Option<WebhookTargets> WEBHOOKS =
      new Option<>(
          "webhooks",
          OptionGroup.WEBHOOKS,
          new ChoiceTypes.OneOf<>(WebhookTargets.values()),
          WebhookTargets.NETWORK,
          "Where webhooks go: network (to every endpoint), loopback (this machine only), inboxes"
              + " (the emulator's own) only, or off.");

  /** How long a receiver may take to answer. */
  public static final Option<Duration> WEBHOOK_TIMEOUT =
      new Option<>(
          "webhookTimeout",
          OptionGroup.WEBHOOKS,
          TimeTypes.TimeSpan.aboveZero(),
          Duration.ofSeconds(10),
          "How long the receiver of a webhook may take to answer, in real time.");

  /** All of them. */
  public static final List<Option<?>> OPTIONS = List.of(WEBHOOKS, WEBHOOK_TIMEOUT);

  private WebhookOptions() {}
}
