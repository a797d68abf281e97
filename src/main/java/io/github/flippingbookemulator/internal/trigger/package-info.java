/**
 * Triggers: matches events to triggers, delivers webhooks with retries, keeps inboxes and mails.
 */
@NullMarked
package io.github.flippingbookemulator.internal.trigger;

import org.jspecify.annotations.NullMarked;
