/**
 * AssertJ assertions on what is in an emulator and what happened in it. They need AssertJ on the
 * class path; the extension itself does not.
 *
 * <p>{@link io.github.flippingbookemulator.assertj.EmulatorAssertions#assertThat} is the entry
 * point. A failure message shows what was expected, what exists, near misses, and the newest lines
 * of the emulator's timeline.
 *
 * <p>No assertion waits: each checks the state of the emulator when it is called. A test that needs
 * work to be finished calls {@code emulator.finishConversions()}, {@code
 * emulator.clock().advance(…)} or {@code emulator.settle()} before; so it never depends on the
 * speed of the machine. A failure message names unfinished work and the calls that finish it.
 */
@NullMarked
package io.github.flippingbookemulator.assertj;

import org.jspecify.annotations.NullMarked;
