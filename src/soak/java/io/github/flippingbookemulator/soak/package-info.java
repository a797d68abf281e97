/** Mixed traffic for minutes, on a process with little memory. */
@NullMarked
package io.github.flippingbookemulator.soak;

import org.jspecify.annotations.NullMarked;
