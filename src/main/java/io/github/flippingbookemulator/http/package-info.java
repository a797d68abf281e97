/** The gateway: routing, authentication, rate limit, relaxed JSON, error envelope, journal. */
@NullMarked
package io.github.flippingbookemulator.http;

import org.jspecify.annotations.NullMarked;
