/** The control plane under /_emulator: what a test or a person can see and steer. */
@NullMarked
package io.github.flippingbookemulator.control;

import org.jspecify.annotations.NullMarked;
