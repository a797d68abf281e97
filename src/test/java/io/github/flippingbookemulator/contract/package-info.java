/** The contract as an OpenAPI document, and the harness that holds every answer to it. */
@NullMarked
package io.github.flippingbookemulator.contract;

import org.jspecify.annotations.NullMarked;
