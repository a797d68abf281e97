package io.github.flippingbookemulator.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.source.Pace;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test with an emulator of its own, whose clock is frozen and which converts at once. */
abstract class WithEmulator {
  private static final String TIMELINE = "\n\nTimeline, newest last:\n";

  Emulator emulator;
  Client client;

  @BeforeEach
  void start() {
    emulator =
        Emulator.start(
            EmulatorOptions.defaults().speed(0).pace(Pace.IMMEDIATE).rateLimit(RateLimit.OFF));
    client = Client.of(emulator);
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  /** Returns the part of a failure message before its timeline. */
  static String failure(ThrowingCallable assertion) {
    String message = message(assertion);
    assertThat(message).containsOnlyOnce(TIMELINE);
    return message.substring(0, message.indexOf(TIMELINE));
  }

  /** Returns the lines of the timeline in a failure message. */
  static List<String> timeline(ThrowingCallable assertion) {
    String message = message(assertion);
    return message.substring(message.indexOf(TIMELINE) + TIMELINE.length()).lines().toList();
  }

  static String message(ThrowingCallable assertion) {
    AssertionError error = catchThrowableOfType(AssertionError.class, assertion);
    assertThat(error).as("what was thrown").isNotNull();
    return error.getMessage();
  }

  String hashId(String publication) {
    return emulator.publications().get(publication).hashId();
  }
}
