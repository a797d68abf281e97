/**
 * Random sequences of calls, compared with a simple model of what the service promises, and the
 * same from several clients at once.
 */
@NullMarked
package io.github.flippingbookemulator.model;

import org.jspecify.annotations.NullMarked;
