/** Domain events: what happened in an account, published to subscribers. */
@NullMarked
package io.github.flippingbookemulator.event;

import org.jspecify.annotations.NullMarked;
