/** Tracked links: their state, statistics and expiry, and the calls about them. */
@NullMarked
package io.github.flippingbookemulator.internal.link;

import org.jspecify.annotations.NullMarked;
