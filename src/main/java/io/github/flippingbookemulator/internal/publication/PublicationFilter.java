package io.github.flippingbookemulator.internal.publication;

import java.util.Optional;

/**
 * Which publications a list shows; a publication has to meet all that is asked for (E).
 *
 * @param name what its name contains, in exact case
 * @param hashId its hash id
 * @param url its canonical link
 */
public record PublicationFilter(
    Optional<String> name, Optional<String> hashId, Optional<String> url) {}
