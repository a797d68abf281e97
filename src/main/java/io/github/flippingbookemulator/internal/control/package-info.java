/** The control plane under {@code /_emulator}: its endpoints, event stream and dashboard. */
@NullMarked
package io.github.flippingbookemulator.internal.control;

import org.jspecify.annotations.NullMarked;
