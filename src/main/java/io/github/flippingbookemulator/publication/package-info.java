/** Publications: their metadata, content and look. */
@NullMarked
package io.github.flippingbookemulator.publication;

import org.jspecify.annotations.NullMarked;
