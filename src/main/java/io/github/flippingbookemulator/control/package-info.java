/** The interfaces that tests control an emulator with, the same in the JVM and over HTTP. */
@NullMarked
package io.github.flippingbookemulator.control;

import org.jspecify.annotations.NullMarked;
