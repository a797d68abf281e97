/** The emulator as a process: command line, environment, log, and the training of the AOT cache. */
@NullMarked
package io.github.flippingbookemulator.cli;

import org.jspecify.annotations.NullMarked;
