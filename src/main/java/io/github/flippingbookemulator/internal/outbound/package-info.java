/**
 * HTTP requests that the emulator itself sends: webhooks and downloads. One rule for their URLs,
 * one client, one wording of what can fail.
 */
@NullMarked
package io.github.flippingbookemulator.internal.outbound;

import org.jspecify.annotations.NullMarked;
