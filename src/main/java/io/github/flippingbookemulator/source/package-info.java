/** Sources: PDF files that come in, are inspected, wait in line and are converted. */
@NullMarked
package io.github.flippingbookemulator.source;

import org.jspecify.annotations.NullMarked;
