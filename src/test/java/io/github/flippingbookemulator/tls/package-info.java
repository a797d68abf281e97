@NullMarked
package io.github.flippingbookemulator.tls;

import org.jspecify.annotations.NullMarked;
