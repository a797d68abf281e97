/** Faults on demand: what goes wrong, for which calls of the API, and how often. */
@NullMarked
package io.github.flippingbookemulator.fault;

import org.jspecify.annotations.NullMarked;
