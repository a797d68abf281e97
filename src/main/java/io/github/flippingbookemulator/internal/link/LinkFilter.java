package io.github.flippingbookemulator.internal.link;

import java.util.Optional;

/**
 * Which links a list shows; a link has to meet all that is asked for (E).
 *
 * @param title what its title contains, in exact case
 * @param publicationId the id of its publication
 * @param publicationHashId the hash id of its publication
 * @param publicationUrl the canonical link of its publication
 */
public record LinkFilter(
    Optional<String> title,
    Optional<String> publicationId,
    Optional<String> publicationHashId,
    Optional<String> publicationUrl) {}
