package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.event.DomainEvent;
import io.github.flippingbookemulator.internal.json.Timestamp;
import io.github.flippingbookemulator.link.LinkEvent.LinkNotOpened;
import io.github.flippingbookemulator.publication.PublicationEvent.PublicationTrashed;
import io.github.flippingbookemulator.reader.Lead;
import io.github.flippingbookemulator.reader.ReaderEvent;
import io.github.flippingbookemulator.reader.ReaderEvent.Downloaded;
import io.github.flippingbookemulator.reader.ReaderEvent.LeadSubmitted;
import io.github.flippingbookemulator.reader.ReaderEvent.LinkClicked;
import io.github.flippingbookemulator.reader.ReaderEvent.Printed;
import io.github.flippingbookemulator.reader.ReaderEvent.SessionStarted;
import io.github.flippingbookemulator.reader.Session;
import io.github.flippingbookemulator.source.SourceEvent.ConversionFailed;
import io.github.flippingbookemulator.source.SourceEvent.SourceConverted;
import io.github.flippingbookemulator.trigger.EventName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Translates domain events into the events that triggers name. */
public final class TriggerEvents {
  /** How many openings of a tracked link are reported (D). */
  static final int TOLD_OPENINGS = 10;

  private TriggerEvents() {}

  /**
   * Translates a domain event.
   *
   * @param event the domain event
   * @return the event for triggers; empty if no trigger can fire for it
   */
  public static Optional<TriggerEvent> of(DomainEvent event) {
    if (event instanceof SourceConverted converted) {
      EventName name = converted.first() ? EventName.CREATED : EventName.UPDATED;
      return Optional.of(
          about(event, name, converted.publicationId(), Map.of("sourceId", converted.sourceId())));
    }
    if (event instanceof ConversionFailed failed) {
      Map<String, Object> details = new LinkedHashMap<>();
      details.put("sourceId", failed.sourceId());
      details.put("reason", failed.reason());
      return Optional.of(
          about(event, EventName.CONVERSION_FAILED, failed.publicationId(), details));
    }
    if (event instanceof PublicationTrashed trashed) {
      return Optional.of(about(event, EventName.DELETED, trashed.publicationId(), Map.of()));
    }
    if (event instanceof LinkNotOpened missed) {
      return Optional.of(
          new TriggerEvent(
              event.accountId(),
              event.at(),
              EventName.NOT_VIEWED_UNTIL,
              missed.link().publicationId(),
              missed.link().id(),
              Map.of(
                  "until",
                  Timestamp.of(Objects.requireNonNull(missed.link().alerts().notOpenedUntil())))));
    }
    return event instanceof ReaderEvent read ? ofReader(read) : Optional.empty();
  }

  private static Optional<TriggerEvent> ofReader(ReaderEvent event) {
    if (event instanceof SessionStarted started) {
      return started.session().opening() > TOLD_OPENINGS
          ? Optional.empty()
          : in(event, EventName.SESSION, Map.of("sessionId", started.session().id()));
    }
    if (event instanceof Printed printed) {
      return in(event, EventName.PRINT, Map.of("pages", printed.pages()));
    }
    if (event instanceof Downloaded downloaded) {
      return in(event, EventName.DOWNLOAD, Map.of("pages", downloaded.pages()));
    }
    if (event instanceof LinkClicked clicked) {
      Map<String, Object> details = new LinkedHashMap<>();
      details.put("url", clicked.url());
      details.put("page", clicked.page());
      return in(event, EventName.LINK, details);
    }
    return event instanceof LeadSubmitted lead
        ? in(event, EventName.LEAD, details(lead.lead()))
        : Optional.empty();
  }

  /**
   * In the recorded format: a key made of the first answer, then all answers (O); none of a skipped
   * form (E).
   */
  private static Map<String, Object> details(Lead lead) {
    Map<String, Object> details = new LinkedHashMap<>();
    lead.answers().stream()
        .findFirst()
        .ifPresent(
            first ->
                details.put(
                    "uniqueKey",
                    first.field().label()
                        + ":"
                        + first.field().type().number()
                        + ":"
                        + first.value()));
    details.put(
        "data",
        lead.skipped() ? List.of() : lead.answers().stream().map(TriggerEvents::answer).toList());
    details.put("skipped", lead.skipped());
    return details;
  }

  private static Map<String, Object> answer(Lead.Answer answer) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Name", answer.field().label());
    json.put("Type", answer.field().type().word());
    json.put("Value", answer.value());
    return json;
  }

  private static TriggerEvent about(
      DomainEvent event, EventName name, String publicationId, Map<String, Object> details) {
    return new TriggerEvent(event.accountId(), event.at(), name, publicationId, null, details);
  }

  private static Optional<TriggerEvent> in(
      ReaderEvent event, EventName name, Map<String, Object> details) {
    Session session = event.session();
    return Optional.of(
        new TriggerEvent(
            event.accountId(),
            event.at(),
            name,
            session.publicationId(),
            session.linkId(),
            details));
  }
}
