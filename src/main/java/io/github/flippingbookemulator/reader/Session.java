package io.github.flippingbookemulator.reader;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One visit of a reader to a publication.
 *
 * @param id 32 lowercase hex digits
 * @param accountId the account of the publication
 * @param publicationId the publication
 * @param linkId the tracked link that the reader came through; null if through none
 * @param opening how many times that link has been opened, this time included; 0 without a link
 * @param started when it began
 */
public record Session(
    String id,
    long accountId,
    String publicationId,
    @Nullable String linkId,
    int opening,
    Instant started) {}
