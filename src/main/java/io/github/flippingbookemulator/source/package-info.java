/** Sources: PDF files that are received, inspected, queued and converted. */
@NullMarked
package io.github.flippingbookemulator.source;

import org.jspecify.annotations.NullMarked;
