package io.github.flippingbookemulator.testkit;

import java.util.stream.Stream;

/** The threads that serve requests, of all emulators of this JVM together. */
public final class ServerThreads {
  private ServerThreads() {}

  /** Returns how many are running the emulator's own code. */
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
