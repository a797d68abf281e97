/** What every feature's state is made of: ids, ordered records, pages of lists, partial changes. */
@NullMarked
package io.github.flippingbookemulator.internal.store;

import org.jspecify.annotations.NullMarked;
