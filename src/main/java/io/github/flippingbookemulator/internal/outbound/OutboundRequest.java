package io.github.flippingbookemulator.internal.outbound;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that the emulator sends.
 *
 * @param method such as {@code POST}
 * @param url where to; its user info is sent as Basic authentication
 * @param headers further headers
 * @param json the body; null for none
 * @param repeatable whether it goes out again if a kept connection turns out to be closed
 */
public record OutboundRequest(
    String method,
    WebUrl url,
    Map<String, String> headers,
    @Nullable String json,
    boolean repeatable) {}
