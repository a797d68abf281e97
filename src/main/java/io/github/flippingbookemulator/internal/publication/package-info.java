/** Publications: their state, the calls about them, their JSON and their addresses. */
@NullMarked
package io.github.flippingbookemulator.internal.publication;

import org.jspecify.annotations.NullMarked;
