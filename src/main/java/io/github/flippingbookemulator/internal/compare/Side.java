package io.github.flippingbookemulator.internal.compare;

import org.jspecify.annotations.Nullable;

/**
 * One of the two that are compared.
 *
 * @param client calls it
 * @param pauses wait for what takes time there
 * @param creations what probes have made there
 * @param inbox where its notifications go; null if nobody waits for them
 * @param normalizer knows its address
 * @param key the key of its account
 */
record Side(
    ApiClient client,
    Pauses pauses,
    Creations creations,
    @Nullable EventInbox inbox,
    Normalizer normalizer,
    String key) {}
