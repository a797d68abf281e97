/** What is known about the service, how, and which calls relied on what is not documented. */
@NullMarked
package io.github.flippingbookemulator.internal.fidelity;

import org.jspecify.annotations.NullMarked;
