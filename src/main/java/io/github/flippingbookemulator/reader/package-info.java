/** Readers as tests see them: view sessions, and what a reader does in them without a browser. */
@NullMarked
package io.github.flippingbookemulator.reader;

import org.jspecify.annotations.NullMarked;
