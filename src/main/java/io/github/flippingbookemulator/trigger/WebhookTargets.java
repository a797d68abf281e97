package io.github.flippingbookemulator.trigger;

/** Where the emulator sends webhooks. What is not sent is logged as undeliverable (E). */
public enum WebhookTargets {
  /** To every endpoint (the default). */
  NETWORK,
  /** To {@code localhost}, the names below it and loopback addresses only. */
  LOOPBACK,
  /** To the emulator's own inboxes only. */
  INBOXES,
  /** Nowhere. */
  OFF
}
