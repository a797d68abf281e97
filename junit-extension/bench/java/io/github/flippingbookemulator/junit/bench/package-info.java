/** How long whole JVMs with tests take, with this extension and with WireMock's. */
package io.github.flippingbookemulator.junit.bench;
