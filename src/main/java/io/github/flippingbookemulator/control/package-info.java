/**
 * The control plane under /_emulator: with it, tests and people inspect and control the emulator.
 */
@NullMarked
package io.github.flippingbookemulator.control;

import org.jspecify.annotations.NullMarked;
