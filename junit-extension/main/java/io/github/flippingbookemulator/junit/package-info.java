/** The JUnit Jupiter extension: a FlippingBook emulator for each test, started by an annotation. */
@NullMarked
package io.github.flippingbookemulator.junit;

import org.jspecify.annotations.NullMarked;
