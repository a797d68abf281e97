/** Publications as tests see them: records, events, and what the API has no call for. */
@NullMarked
package io.github.flippingbookemulator.publication;

import org.jspecify.annotations.NullMarked;
