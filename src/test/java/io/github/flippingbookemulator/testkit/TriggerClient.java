package io.github.flippingbookemulator.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.trigger.Delivery;
import io.github.flippingbookemulator.trigger.InboxControl;
import java.time.Duration;
import java.util.List;

/** The calls about triggers, and what their inboxes have received when all deliveries are done. */
public record TriggerClient(Emulator emulator, Api api) {
  public static final String TRIGGERS = "/fbonline/triggers";

  public TriggerClient(Emulator emulator) {
    this(emulator, new Api(emulator));
  }

  /** Creates a trigger of the whole account, and returns the inbox that it notifies. */
  public InboxControl create(String... events) {
    InboxControl inbox = emulator.inbox("all");
    create(inbox, "", events);
    return inbox;
  }

  /**
   * Creates a trigger and returns its id.
   *
   * @param more further properties, each with a comma before it
   */
  public String create(InboxControl inbox, String more, String... events) {
    return request(inbox.url().toString(), more, events).ok().text("/id");
  }

  /** Asks for a trigger, which may be refused. */
  public Reply request(String endpoint, String more, String... events) {
    return api.post(
        TRIGGERS,
        "{trigger: {events: ['%s'], endpoint: '%s'%s}}"
            .formatted(String.join("', '", events), endpoint, more));
  }

  /** The bodies that an inbox has received. */
  public List<JsonNode> received(InboxControl inbox) {
    emulator.clock().advance(Duration.ZERO);
    return inbox.messages().stream().map(message -> Json.parse(message.body())).toList();
  }

  /** The names of the events that an inbox has received. */
  public List<String> events(InboxControl inbox) {
    return received(inbox).stream().map(body -> body.get("event").textValue()).toList();
  }

  /** The ids of what the events of an inbox are about. */
  public List<String> objects(InboxControl inbox) {
    return received(inbox).stream().map(body -> body.get("objectId").textValue()).toList();
  }

  /** The states of all deliveries, oldest first. */
  public List<Delivery.State> states() {
    return emulator.deliveries().all().stream().map(Delivery::state).toList();
  }
}
