/** Domain events, and the bus that delivers them to triggers, journal, dashboard and tests. */
@NullMarked
package io.github.flippingbookemulator.event;

import org.jspecify.annotations.NullMarked;
