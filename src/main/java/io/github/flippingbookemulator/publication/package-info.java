/** Publications and how they look to a reader. */
@NullMarked
package io.github.flippingbookemulator.publication;

import org.jspecify.annotations.NullMarked;
