package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.internal.control.Timeline;
import io.github.flippingbookemulator.internal.trigger.TriggerEvent;
import io.github.flippingbookemulator.internal.trigger.TriggerEvents;
import io.github.flippingbookemulator.journal.JournalEntry;
import io.github.flippingbookemulator.journal.JournalEntry.Request;
import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.source.Source;
import io.github.flippingbookemulator.trigger.Delivery;
import io.github.flippingbookemulator.trigger.Mail;
import io.github.flippingbookemulator.trigger.Trigger;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What assertions check: all of an emulator, or one account of it.
 *
 * @param emulator the emulator
 * @param account the account; null for all
 */
record AssertionContext(EmulatorControl emulator, @Nullable AccountControl account) {
  private static final int TIMELINE_LINES = 20;

  List<Publication> publications() {
    return account == null ? emulator.publications().all() : emulator.publications().of(account);
  }

  List<TrackedLink> links() {
    return account == null ? emulator.links().all() : emulator.links().of(account);
  }

  List<Trigger> triggers() {
    return account == null ? emulator.triggers().all() : emulator.triggers().of(account);
  }

  List<Source> sources() {
    Set<String> own = publications().stream().map(Publication::id).collect(Collectors.toSet());
    return emulator.conversions().all().stream()
        .filter(source -> own.contains(source.publicationId()))
        .toList();
  }

  List<Delivery> deliveries() {
    return own(emulator.deliveries().all(), Delivery::accountId);
  }

  List<Request> requests() {
    return own(emulator.journal().requests(), Request::accountId);
  }

  List<Mail> mails() {
    return own(emulator.outbox().mails(), Mail::accountId);
  }

  /** Returns the events that triggers can report, oldest first. */
  List<TriggerEvent> triggerEvents() {
    return own(emulator.journal().entries(), JournalEntry::accountId).stream()
        .filter(JournalEntry.Happening.class::isInstance)
        .flatMap(entry -> TriggerEvents.of(((JournalEntry.Happening) entry).event()).stream())
        .toList();
  }

  List<String> timeline() {
    Timeline all = Timeline.of(emulator);
    Timeline shown = account == null ? all : all.account(account.id());
    return shown.brief(TIMELINE_LINES).lines().toList();
  }

  /** Returns the end of a sentence: the account, if there is one. */
  String place() {
    return account == null ? "" : " in account " + account.id();
  }

  /** Returns an id as the emulator writes it; calls also accept it with dashes. */
  static String plain(String id) {
    return id.replace("-", "");
  }

  private <T> List<T> own(List<T> all, ToLongFunction<T> accountId) {
    return account == null
        ? all
        : all.stream().filter(each -> accountId.applyAsLong(each) == account.id()).toList();
  }
}
