/** Tracked links: a publication's address for one recipient, with statistics and notifications. */
@NullMarked
package io.github.flippingbookemulator.link;

import org.jspecify.annotations.NullMarked;
