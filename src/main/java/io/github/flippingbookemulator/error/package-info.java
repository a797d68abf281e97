/** What the emulated service can answer when it says no: a code and a message for people. */
@NullMarked
package io.github.flippingbookemulator.error;

import org.jspecify.annotations.NullMarked;
