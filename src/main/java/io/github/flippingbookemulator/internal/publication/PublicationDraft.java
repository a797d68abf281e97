package io.github.flippingbookemulator.internal.publication;

import io.github.flippingbookemulator.internal.store.Change;

/**
 * The metadata that a call sets; an update keeps omitted values.
 *
 * @param name the name; null counts as omitted
 * @param description the description; null clears it
 * @param folder the id of a folder; null for Home
 * @param domain one of the account's custom domains; null counts as omitted
 */
public record PublicationDraft(
    Change<String> name,
    Change<String> description,
    Change<String> folder,
    Change<String> domain) {}
