/** Keeps the journal: recorded requests and responses, with secrets masked. */
@NullMarked
package io.github.flippingbookemulator.internal.journal;

import org.jspecify.annotations.NullMarked;
