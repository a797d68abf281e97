/** The running emulator: the server that outlives resets, and the instance between two resets. */
@NullMarked
package io.github.flippingbookemulator.internal.runtime;

import org.jspecify.annotations.NullMarked;
