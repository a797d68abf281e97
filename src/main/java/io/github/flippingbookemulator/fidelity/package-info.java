/** How well each behavior of the emulator is known, and which of it a test relied on. */
@NullMarked
package io.github.flippingbookemulator.fidelity;

import org.jspecify.annotations.NullMarked;
