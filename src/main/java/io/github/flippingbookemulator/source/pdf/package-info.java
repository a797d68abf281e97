/**
 * PDF files: whether they can be used, how many pages they have, what those look like and link to.
 */
@NullMarked
package io.github.flippingbookemulator.source.pdf;

import org.jspecify.annotations.NullMarked;
