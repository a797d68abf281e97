package io.github.flippingbookemulator.internal.link;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which links a list contains; a link must meet all given conditions (E).
 *
 * @param title text that its title contains, case-sensitive
 * @param publicationId the id of its publication
 * @param publicationHashId the hash id of its publication
 * @param publicationUrl the canonical link of its publication
 */
public record LinkFilter(
    Optional<String> title,
    Optional<String> publicationId,
    Optional<String> publicationHashId,
    Optional<String> publicationUrl) {
  /** Returns how many conditions there are. */
  long conditions() {
    return Stream.of(title, publicationId, publicationHashId, publicationUrl)
        .filter(Optional::isPresent)
        .count();
  }
}
