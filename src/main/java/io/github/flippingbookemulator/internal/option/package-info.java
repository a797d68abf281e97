/** What an option is: name, type with its rule, default and help text. Features declare theirs. */
@NullMarked
package io.github.flippingbookemulator.internal.option;

import org.jspecify.annotations.NullMarked;
