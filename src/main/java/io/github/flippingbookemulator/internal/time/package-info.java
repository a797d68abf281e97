/**
 * The one clock, which is also the only scheduler, and the threads.
 *
 * <p>No other package reads the system time, sleeps, or owns a thread or a timer.
 */
@NullMarked
package io.github.flippingbookemulator.internal.time;

import org.jspecify.annotations.NullMarked;
