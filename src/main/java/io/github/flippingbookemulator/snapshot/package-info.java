/** Snapshots: the whole state of an emulator as one value, and that value as JSON and as a file. */
@NullMarked
package io.github.flippingbookemulator.snapshot;

import org.jspecify.annotations.NullMarked;
