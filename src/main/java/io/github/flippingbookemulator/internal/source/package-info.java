/** Sources: upload and download of PDFs, the queue of conversions, and the calls about them. */
@NullMarked
package io.github.flippingbookemulator.internal.source;

import org.jspecify.annotations.NullMarked;
