/** The event bus between features. */
@NullMarked
package io.github.flippingbookemulator.internal.event;

import org.jspecify.annotations.NullMarked;
