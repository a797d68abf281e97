/** The clock as tests see it, and what the emulator has started but not finished. */
@NullMarked
package io.github.flippingbookemulator.time;

import org.jspecify.annotations.NullMarked;
