/** Readers: their actions on publications and tracked links, and the pages that they see. */
@NullMarked
package io.github.flippingbookemulator.reader;

import org.jspecify.annotations.NullMarked;
