/** Tracked links as tests see them: a publication's address for one recipient, with statistics. */
@NullMarked
package io.github.flippingbookemulator.link;

import org.jspecify.annotations.NullMarked;
