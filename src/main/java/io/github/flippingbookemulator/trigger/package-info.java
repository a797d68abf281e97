/** Triggers, deliveries to webhooks, inboxes and mails as tests see them. */
@NullMarked
package io.github.flippingbookemulator.trigger;

import org.jspecify.annotations.NullMarked;
