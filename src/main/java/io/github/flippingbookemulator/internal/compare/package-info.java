/**
 * Compares the emulator with the service: short programs that run against both, and reports of what
 * they saw. Nothing of it is loaded unless the process is told to compare.
 */
@NullMarked
package io.github.flippingbookemulator.internal.compare;

import org.jspecify.annotations.NullMarked;
