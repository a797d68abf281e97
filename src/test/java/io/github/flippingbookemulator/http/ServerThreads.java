package io.github.flippingbookemulator.http;

import java.util.stream.Stream;

/** The threads that serve requests, of all emulators of this JVM together. */
final class ServerThreads {
  private ServerThreads() {}

  /** Returns how many are running the emulator's own code. */
  static long atWork() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey().getName().startsWith("flippingbook-http"))
        .filter(
            thread ->
                Stream.of(thread.getValue())
                    .anyMatch(frame -> frame.getClassName().contains("flippingbookemulator")))
        .count();
  }
}
