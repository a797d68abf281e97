package io.github.flippingbookemulator.internal.runtime;

import io.github.flippingbookemulator.internal.control.EventStreams;
import io.github.flippingbookemulator.internal.source.Downloads;
import io.github.flippingbookemulator.internal.time.Threads;
import io.github.flippingbookemulator.internal.tls.ServerCertificate;
import io.github.flippingbookemulator.internal.trigger.WebhookSender;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the instances of a server share, one after the other.
 *
 * @param serverId distinguishes the server from all others
 * @param uris returns {@code http://host:port} and, if HTTPS is on, its URL after it
 * @param threads the threads
 * @param streams the open streams of events
 * @param downloads fetches files
 * @param sender posts to webhooks
 * @param certificate the certificate for HTTPS, if it is on
 */
record SharedParts(
    String serverId,
    Supplier<List<URI>> uris,
    Threads threads,
    EventStreams streams,
    Downloads downloads,
    WebhookSender sender,
    Optional<ServerCertificate> certificate) {}
