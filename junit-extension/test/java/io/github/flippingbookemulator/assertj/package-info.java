/** Tests of the assertions. */
@NullMarked
package io.github.flippingbookemulator.assertj;

import org.jspecify.annotations.NullMarked;
