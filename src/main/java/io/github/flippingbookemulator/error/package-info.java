/** The error codes that the API answers with. */
@NullMarked
package io.github.flippingbookemulator.error;

import org.jspecify.annotations.NullMarked;
