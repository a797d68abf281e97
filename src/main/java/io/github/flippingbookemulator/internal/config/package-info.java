/** All options in one list, and the configuration file. */
@NullMarked
package io.github.flippingbookemulator.internal.config;

import org.jspecify.annotations.NullMarked;
