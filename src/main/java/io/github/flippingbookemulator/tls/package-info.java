/** Certificates for HTTPS: issued by an authority of the emulator's own, or read from PEM files. */
@NullMarked
package io.github.flippingbookemulator.tls;

import org.jspecify.annotations.NullMarked;
