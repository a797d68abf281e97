package io.github.flippingbookemulator.internal.publication;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The filter of a list; a publication must match all given conditions (E).
 *
 * @param name a part of its name; case counts
 * @param hashId its hash id
 * @param url its canonical link
 */
public record PublicationFilter(
    Optional<String> name, Optional<String> hashId, Optional<String> url) {
  /** Returns how many conditions there are. */
  long conditions() {
    return Stream.of(name, hashId, url).filter(Optional::isPresent).count();
  }
}
