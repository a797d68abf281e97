/** The contract as an OpenAPI document, and the harness that checks every response against it. */
@NullMarked
package io.github.flippingbookemulator.contract;

import org.jspecify.annotations.NullMarked;
