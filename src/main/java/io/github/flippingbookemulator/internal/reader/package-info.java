/** The HTML pages that readers see, and the view sessions behind them. */
@NullMarked
package io.github.flippingbookemulator.internal.reader;

import org.jspecify.annotations.NullMarked;
