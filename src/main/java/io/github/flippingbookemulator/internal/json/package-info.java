/** Reads relaxed JSON strictly, and writes JSON. */
@NullMarked
package io.github.flippingbookemulator.internal.json;

import org.jspecify.annotations.NullMarked;
