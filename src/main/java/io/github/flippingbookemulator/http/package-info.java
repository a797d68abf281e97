/** What users choose of the HTTP server. */
@NullMarked
package io.github.flippingbookemulator.http;

import org.jspecify.annotations.NullMarked;
