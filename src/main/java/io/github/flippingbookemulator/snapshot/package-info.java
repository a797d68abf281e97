/** The whole state of an emulator as one value. */
@NullMarked
package io.github.flippingbookemulator.snapshot;

import org.jspecify.annotations.NullMarked;
