/** The exception that a feature refuses a call with, and suggestions for misspelled names. */
@NullMarked
package io.github.flippingbookemulator.internal.error;

import org.jspecify.annotations.NullMarked;
