/** What tests share: an API client, raw HTTP, and the emulator of a test. */
@NullMarked
package io.github.flippingbookemulator.testkit;

import org.jspecify.annotations.NullMarked;
