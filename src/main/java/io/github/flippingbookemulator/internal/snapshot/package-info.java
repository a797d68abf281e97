/** The whole state as records, as JSON and as a file, and the check of its consistency. */
@NullMarked
package io.github.flippingbookemulator.internal.snapshot;

import org.jspecify.annotations.NullMarked;
