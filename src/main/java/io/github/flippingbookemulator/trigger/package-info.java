/** Triggers. None can be made yet, so their list is empty; it is there to be followed to. */
@NullMarked
package io.github.flippingbookemulator.trigger;

import org.jspecify.annotations.NullMarked;
