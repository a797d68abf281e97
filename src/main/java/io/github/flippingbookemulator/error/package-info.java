/** The error responses of the emulated service: a code and a message for people. */
@NullMarked
package io.github.flippingbookemulator.error;

import org.jspecify.annotations.NullMarked;
