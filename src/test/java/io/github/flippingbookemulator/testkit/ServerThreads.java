package io.github.flippingbookemulator.testkit;

import java.util.stream.Stream;

/** The threads that carry requests, all emulators of this JVM together. */
public final class ServerThreads {
  private ServerThreads() {}

  /** How many are in the emulator's own code. */
  public static long atWork() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey().getName().startsWith("flippingbook-http"))
        .filter(
            thread ->
                Stream.of(thread.getValue())
                    .anyMatch(frame -> frame.getClassName().contains("flippingbookemulator")))
        .count();
  }
}
