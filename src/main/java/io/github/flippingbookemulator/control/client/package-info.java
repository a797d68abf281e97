/** Controls an emulator in another process or container, over HTTP. */
@NullMarked
package io.github.flippingbookemulator.control.client;

import org.jspecify.annotations.NullMarked;
