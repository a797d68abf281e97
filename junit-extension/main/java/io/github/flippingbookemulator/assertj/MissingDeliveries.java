package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.internal.trigger.TriggerEvent;
import io.github.flippingbookemulator.internal.trigger.TriggerMatching;
import io.github.flippingbookemulator.trigger.Delivery;
import io.github.flippingbookemulator.trigger.EventName;
import io.github.flippingbookemulator.trigger.Trigger;
import io.github.flippingbookemulator.trigger.Trigger.Medium;
import io.github.flippingbookemulator.trigger.TriggerScope;
import io.github.flippingbookemulator.trigger.TriggerScope.OfLink;
import io.github.flippingbookemulator.trigger.TriggerScope.OfPublication;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Explains why there are no deliveries of an event, or fewer than expected. */
final class MissingDeliveries {
  private final AssertionContext context;
  private final EventName event;
  private final List<TriggerEvent> happened;

  MissingDeliveries(AssertionContext context, EventName event) {
    this.context = context;
    this.event = event;
    happened = context.triggerEvents().stream().filter(each -> each.event() == event).toList();
  }

  /** Returns whether the event happened, then a line for each trigger. */
  List<String> reasons() {
    List<String> reasons = new ArrayList<>();
    reasons.add(
        happened.isEmpty()
            ? "it has not happened" + context.place() + "; it does when " + cause()
            : "it has happened " + Descriptions.times(happened.size()) + context.place());
    List<Trigger> triggers =
        context.triggers().stream().filter(each -> !each.isAutomatic()).toList();
    if (triggers.isEmpty()) {
      reasons.add("there is no trigger" + context.place() + " but the automatic ones of links");
    }
    triggers.forEach(each -> reasons.add("trigger %s %s".formatted(each.id(), verdict(each))));
    long mails = context.mails().stream().filter(each -> each.event() == event).count();
    if (mails > 0) {
      reasons.add("links told it by mail, " + Descriptions.times((int) mails) + ": see mails()");
    }
    return reasons;
  }

  private String verdict(Trigger trigger) {
    String told =
        context.deliveries().stream()
            .filter(each -> each.event() == event && each.triggerId().equals(trigger.id()))
            .map(Delivery::number)
            .map(number -> "#" + number)
            .collect(Collectors.joining(", "));
    if (!told.isEmpty()) {
      return "told it: " + told;
    }
    TriggerScope scope = trigger.limitTo();
    if (!trigger.events().contains(event)) {
      return "names other events: " + names(trigger);
    }
    if (!event.reaches(scope)) {
      return "is limited to %s, where this event is never told".formatted(words(scope));
    }
    if (happened.isEmpty()) {
      return "would tell it";
    }
    List<TriggerEvent> inside =
        happened.stream().filter(each -> TriggerMatching.contains(scope, each)).toList();
    if (inside.isEmpty()) {
      return "is limited to %s, where it has not happened".formatted(words(scope));
    }
    return !trigger.triggerOn().contains(Medium.PUBLICATION)
            && inside.stream().allMatch(each -> each.linkId() == null)
        ? "tells only what comes through tracked links"
        : "would tell it, but was made or changed after that";
  }

  private static String names(Trigger trigger) {
    return trigger.events().stream()
        .map(EventName::wire)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String words(TriggerScope scope) {
    if (scope instanceof OfPublication publication) {
      return "publication " + publication.publicationId();
    }
    return scope instanceof OfLink link ? "tracked link " + link.linkId() : "nothing";
  }

  /** Returns what causes the event. */
  private String cause() {
    return switch (event) {
      case CREATED -> "the first source of a publication has converted";
      case UPDATED -> "a later source of a publication has converted";
      case DELETED -> "a publication is deleted";
      case CONVERSION_FAILED -> "a conversion fails";
      case SESSION -> "a reader opens a publication, or a tracked link for the first ten times";
      case LEAD -> "a reader fills out the lead form";
      case PRINT -> "a reader prints";
      case LINK -> "a reader clicks a link in the publication";
      case NOT_VIEWED_UNTIL -> "a tracked link has not been opened by its set time";
      case DOWNLOAD -> "a reader downloads";
    };
  }
}
