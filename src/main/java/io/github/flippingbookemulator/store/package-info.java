/** Ids, ordered records, paging and changes of properties, used by every feature. */
@NullMarked
package io.github.flippingbookemulator.store;

import org.jspecify.annotations.NullMarked;
