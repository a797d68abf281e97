/** Sources as tests see them: PDF files and their conversion, its pace and its outcome. */
@NullMarked
package io.github.flippingbookemulator.source;

import org.jspecify.annotations.NullMarked;
