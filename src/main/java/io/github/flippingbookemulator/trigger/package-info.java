/** Triggers: they report events to webhooks and by mail, in order, with a log of every try. */
@NullMarked
package io.github.flippingbookemulator.trigger;

import org.jspecify.annotations.NullMarked;
