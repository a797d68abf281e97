/** The standalone jar, looked at from outside: these tests see it as a file only. */
@NullMarked
package io.github.flippingbookemulator.standalone;

import org.jspecify.annotations.NullMarked;
