/**
 * An in-memory stand-in for the FlippingBook Online API.
 *
 * <p>Start with {@code Emulator}: it starts the server and gives access to everything a test can
 * steer. The rooms behind it are packages by feature; ARCHITECTURE.md beside the sources draws the
 * plan.
 */
@NullMarked
package io.github.flippingbookemulator;

import org.jspecify.annotations.NullMarked;
