/** A small application that publishes catalogs, and its tests; the README shows parts of it. */
package io.github.flippingbookemulator.examples;
