/**
 * A small application that publishes catalogs, and its tests; README.md and the pages of docs show
 * parts of them.
 */
package io.github.flippingbookemulator.examples;
