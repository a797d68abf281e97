package io.github.flippingbookemulator.trigger;

import io.github.flippingbookemulator.trigger.TriggerScope.OfAccount;
import io.github.flippingbookemulator.trigger.TriggerScope.OfLink;
import io.github.flippingbookemulator.trigger.TriggerScope.OfPublication;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The events that a trigger can name, each with the narrowest scope that it fires in (D, unless
 * marked).
 */
public enum EventName {
  /** The first source of a publication has converted. */
  CREATED("created", Reach.ACCOUNT),
  /** A later source has converted. */
  UPDATED("updated", Reach.ACCOUNT),
  /** A publication was deleted. */
  DELETED("deleted", Reach.ACCOUNT),
  /** A conversion failed; the spelling is the vendor's. */
  CONVERSION_FAILED("convertationFailed", Reach.ACCOUNT),
  /** A view session started. */
  SESSION("session", Reach.LINK),
  /** A lead form was filled out. */
  LEAD("lead", Reach.PUBLICATION),
  /** The print button was clicked. */
  PRINT("print", Reach.PUBLICATION),
  /** A link in a publication was clicked. */
  LINK("link", Reach.PUBLICATION),
  /** A tracked link was not opened before its set time. */
  NOT_VIEWED_UNTIL("notViewedUntil", Reach.LINK),
  /** The download button was clicked (H). */
  DOWNLOAD("download", Reach.LINK);

  private final String wire;
  private final Reach reach;

  EventName(String wire, Reach reach) {
    this.wire = wire;
    this.reach = reach;
  }

  /**
   * Returns the name as the API writes it.
   *
   * @return the event's name
   */
  public String wire() {
    return wire;
  }

  /**
   * Finds an event.
   *
   * @param name as the API writes it
   * @return the event, if there is one
   */
  public static Optional<EventName> of(String name) {
    return Arrays.stream(values()).filter(each -> each.wire.equals(name)).findFirst();
  }

  /**
   * Returns all names.
   *
   * @return as the API writes them
   */
  public static List<String> names() {
    return Arrays.stream(values()).map(EventName::wire).toList();
  }

  /**
   * Returns whether the event can fire a trigger with this scope.
   *
   * @param scope the scope of the trigger
   * @return false if the scope is too narrow; the event then never fires the trigger (E)
   */
  public boolean reaches(TriggerScope scope) {
    return switch (reach) {
      case ACCOUNT -> scope instanceof OfAccount;
      case PUBLICATION -> scope instanceof OfAccount || scope instanceof OfPublication;
      case LINK ->
          scope instanceof OfAccount || scope instanceof OfPublication || scope instanceof OfLink;
    };
  }

  /** The narrowest scope of a trigger that an event can fire. */
  private enum Reach {
    ACCOUNT,
    PUBLICATION,
    LINK
  }
}
