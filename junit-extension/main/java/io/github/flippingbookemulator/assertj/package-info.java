/**
 * AssertJ assertions on what is in an emulator and what happened there. They need AssertJ on the
 * class path; the extension itself does without it.
 *
 * <p>{@link io.github.flippingbookemulator.assertj.EmulatorAssertions#assertThat} leads to
 * everything. A failure shows what was expected, what is there, what comes near, and the newest
 * lines of the emulator's timeline.
 *
 * <p>No assertion waits: each looks at the emulator as it is when it is called. A test that wants
 * something to be over first says so, with {@code emulator.finishConversions()}, {@code
 * emulator.clock().advance(…)} or {@code emulator.settle()}; so it never depends on how fast the
 * machine is. What a failure finds unfinished, it names together with the calls that finish it.
 */
@NullMarked
package io.github.flippingbookemulator.assertj;

import org.jspecify.annotations.NullMarked;
