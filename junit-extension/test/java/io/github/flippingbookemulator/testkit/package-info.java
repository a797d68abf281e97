/** What the tests of this module share. */
@NullMarked
package io.github.flippingbookemulator.testkit;

import org.jspecify.annotations.NullMarked;
