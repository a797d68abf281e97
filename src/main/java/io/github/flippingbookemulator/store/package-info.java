/** How records are named, kept in order, paged and changed: the values that every feature uses. */
@NullMarked
package io.github.flippingbookemulator.store;

import org.jspecify.annotations.NullMarked;
