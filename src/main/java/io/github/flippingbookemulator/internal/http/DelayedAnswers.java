package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import java.time.Duration;
import java.util.function.Supplier;

/** Delays responses on the emulator's clock. A delay blocks no thread. */
final class DelayedAnswers {
  private final EmulatorClock clock;

  DelayedAnswers(EmulatorClock clock) {
    this.clock = clock;
  }

  /** Makes the response after the delay, on a thread of the server. */
  Answer.Later then(Duration wait, Exchange exchange, Supplier<Answer> answer) {
    return new Answer.Later(
        clock
            .delay(wait)
            .handleAsync(
                (done, ended) -> {
                  try (Reliance.Counting counting = exchange.counting()) {
                    if (ended != null) {
                      throw resetWhileWaiting();
                    }
                    return answer.get();
                  }
                },
                exchange.executor())
            .thenCompose(Answer::settled));
  }

  private static Refusal resetWhileWaiting() {
    Reliance.on(Statement.GENERAL_RESET_WHILE_WAITING);
    return Refusal.of(
        ErrorCode.INTERNAL_ERROR, "The emulator was reset or stopped while the call waited.");
  }
}
