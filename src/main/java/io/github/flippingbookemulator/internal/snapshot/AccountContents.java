package io.github.flippingbookemulator.internal.snapshot;

import io.github.flippingbookemulator.internal.account.AccountState;
import io.github.flippingbookemulator.internal.source.SourcesState;
import io.github.flippingbookemulator.internal.trigger.TriggerState;
import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.reader.Lead;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An account with all that belonged to it at one moment.
 *
 * @param account the account itself
 * @param publications its publications, oldest first
 * @param leadForms the lead forms that had been set, by the publication's id
 * @param sources its sources
 * @param links its tracked links, oldest first
 * @param triggers its triggers, those of the links included, oldest first
 */
public record AccountContents(
    AccountState account,
    List<Publication> publications,
    Map<String, List<Lead.Field>> leadForms,
    SourcesState sources,
    List<TrackedLink> links,
    List<TriggerState> triggers) {
  /** Copies the collections; the lead forms are in the order of their ids. */
  public AccountContents {
    publications = List.copyOf(publications);
    leadForms = Collections.unmodifiableMap(new TreeMap<>(leadForms));
    links = List.copyOf(links);
    triggers = List.copyOf(triggers);
  }
}
