/** Inspects PDF files and draws their pages, with limits on memory. */
@NullMarked
package io.github.flippingbookemulator.internal.source.pdf;

import org.jspecify.annotations.NullMarked;
