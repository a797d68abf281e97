/**
 * The one clock, and the threads: nothing outside this package reads the time, sleeps or owns a
 * timer.
 */
@NullMarked
package io.github.flippingbookemulator.time;

import org.jspecify.annotations.NullMarked;
