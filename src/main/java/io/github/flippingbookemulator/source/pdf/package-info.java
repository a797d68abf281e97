/** PDF files: whether they can be used, the number, pictures and links of their pages. */
@NullMarked
package io.github.flippingbookemulator.source.pdf;

import org.jspecify.annotations.NullMarked;
