package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.internal.time.AwaitableList;
import io.github.flippingbookemulator.internal.time.Stopwatch;
import io.github.flippingbookemulator.internal.time.Threads;
import io.github.flippingbookemulator.trigger.InboxControl;
import io.github.flippingbookemulator.trigger.InboxControl.Message;
import io.github.flippingbookemulator.trigger.InboxControl.Reaction;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The control of the emulator's own webhook receivers over HTTP. Another class receives the
 * deliveries.
 */
public final class InboxesRoutes {
  private static final String ONE = "/inbox/{name}";
  private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(5);

  private final EmulatorControl emulator;
  private final Threads threads;

  InboxesRoutes(EmulatorControl emulator, Threads threads) {
    this.emulator = emulator;
    this.threads = threads;
  }

  public record InboxContent(URI url, List<Message> messages) {}

  public record AwaitedMessages(int count, @Nullable Duration limit) {}

  public record NewReactions(int count, Reaction reaction) {}

  void addTo(ControlEndpoints table) {
    table.ask(
        "GET",
        ONE,
        "Read what came in, and where to send more.",
        call -> new InboxContent(inbox(call).url(), inbox(call).messages()));
    table.act(
        "DELETE", ONE, "Forget what came in and what was decided.", call -> inbox(call).clear());
    table.await("POST", ONE + "/await", "Wait until so many deliveries have come in.", this::await);
    table.act(
        "POST",
        ONE + "/react",
        "Decide what becomes of the next deliveries.",
        call -> {
          NewReactions body = call.body(NewReactions.class);
          inbox(call).react(body.count(), body.reaction());
        });
  }

  private CompletableFuture<?> await(ControlCall call) {
    AwaitedMessages body = call.body(AwaitedMessages.class);
    String name = call.name("name");
    Duration limit = ControlCall.atMostADay(body.limit(), DEFAULT_LIMIT);
    Stopwatch stopwatch = Stopwatch.start();
    return threads.watch(
        () -> {
          boolean over = stopwatch.elapsed().compareTo(limit) >= 0;
          List<Message> messages = emulator.inbox(name).messages();
          if (messages.size() >= body.count()) {
            return Optional.of(Map.of("messages", messages));
          }
          if (over) {
            throw AwaitableList.tooFew(body.count(), limit, messages);
          }
          return Optional.empty();
        });
  }

  private InboxControl inbox(ControlCall call) {
    return emulator.inbox(call.name("name"));
  }
}
