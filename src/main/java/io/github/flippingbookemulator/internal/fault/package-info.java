/** Finds the fault that applies to a call. */
@NullMarked
package io.github.flippingbookemulator.internal.fault;

import org.jspecify.annotations.NullMarked;
