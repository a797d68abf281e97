/** The readers: what they do with publications and tracked links, and the pages they do it on. */
@NullMarked
package io.github.flippingbookemulator.reader;

import org.jspecify.annotations.NullMarked;
