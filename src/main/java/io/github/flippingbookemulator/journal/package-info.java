/** The journal: which calls were made, with which answers, and which events happened. */
@NullMarked
package io.github.flippingbookemulator.journal;

import org.jspecify.annotations.NullMarked;
