package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.internal.http.Access;
import io.github.flippingbookemulator.internal.http.Answer;
import io.github.flippingbookemulator.internal.http.Call;
import io.github.flippingbookemulator.internal.http.Endpoints;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.internal.time.Threads;
import io.github.flippingbookemulator.trigger.InboxControl.Message;
import io.github.flippingbookemulator.trigger.InboxControl.Reaction;
import java.nio.charset.StandardCharsets;

/** The HTTP endpoint of the inboxes, which webhooks are posted to. */
public final class InboxRoutes {
  private static final String INBOX = Endpoints.CONTROL + Inboxes.PATH + "{name}";

  private final Inboxes inboxes;
  private final EmulatorClock clock;
  private final Threads threads;

  /**
   * Creates the routes.
   *
   * @param inboxes the inboxes
   * @param clock gives the time of arrival
   * @param threads delays slow responses
   */
  public InboxRoutes(Inboxes inboxes, EmulatorClock clock, Threads threads) {
    this.inboxes = inboxes;
    this.clock = clock;
    this.threads = threads;
  }

  /**
   * Adds the endpoint to the table.
   *
   * @param endpoints the table
   * @param <A> the type of the calling account; the endpoint needs none
   */
  public <A> void addTo(Endpoints<A> endpoints) {
    endpoints.add("POST", INBOX, Access.OWN_SITE, "Take whatever is posted.", this::receive);
  }

  private Answer receive(Call<?> call) {
    if (inboxes.isLate(call.header(Inboxes.POSTMARK))) {
      return Answer.ok();
    }
    Message message =
        new Message(
            clock.now(),
            call.header("Content-Type").orElse(""),
            new String(call.bytes(), StandardCharsets.UTF_8));
    Reaction reaction = inbox(call).receive(message);
    if (reaction instanceof Reaction.HangUp) {
      return new Answer.HangUp();
    }
    if (reaction instanceof Reaction.Slow slow) {
      return Answer.after(threads.pause(slow.after()), over -> Answer.ok());
    }
    return new Answer.WithStatus(((Reaction.Status) reaction).status(), Answer.ok());
  }

  private Inbox inbox(Call<?> call) {
    return inboxes.inbox(call.segment("name"));
  }
}
