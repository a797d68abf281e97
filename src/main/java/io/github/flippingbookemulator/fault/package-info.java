/** Faults on demand: which ones apply to which calls of the API, and how often. */
@NullMarked
package io.github.flippingbookemulator.fault;

import org.jspecify.annotations.NullMarked;
