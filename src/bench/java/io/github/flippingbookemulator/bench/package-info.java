/** How fast the emulator is, beside what others need for the same work. */
@NullMarked
package io.github.flippingbookemulator.bench;

import org.jspecify.annotations.NullMarked;
