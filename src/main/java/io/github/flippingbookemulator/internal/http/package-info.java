/** The HTTP server and the gateway: routing, authentication, rate limit, errors. */
@NullMarked
package io.github.flippingbookemulator.internal.http;

import org.jspecify.annotations.NullMarked;
