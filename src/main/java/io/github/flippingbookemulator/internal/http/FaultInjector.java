package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.fault.Fault;
import io.github.flippingbookemulator.internal.fault.Faults;
import io.github.flippingbookemulator.internal.fault.Incoming;
import io.github.flippingbookemulator.internal.fault.Operation;
import io.github.flippingbookemulator.internal.http.Endpoints.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Applies a fault to a call before or instead of its endpoint. What a fault changes in the response
 * is applied where the response is sent.
 *
 * @param <A> the account that calls
 */
final class FaultInjector<A> {
  private static final String ON_DEMAND =
      "A fault on demand: the emulator was told to refuse this.";

  private final Faults faults;
  private final Authentication<A> authentication;
  private final DelayedAnswers delayedAnswers;

  FaultInjector(Faults faults, Authentication<A> authentication, DelayedAnswers delayedAnswers) {
    this.faults = faults;
    this.authentication = authentication;
    this.delayedAnswers = delayedAnswers;
  }

  /** Answers a call after all checks of the gateway, by its endpoint or with a fault. */
  Answer answer(Endpoint<A> endpoint, Call<A> call, Exchange exchange) {
    if (faults.isEmpty() || !endpoint.isApi()) {
      return endpoint.action().answer(call);
    }
    Incoming incoming =
        new Incoming(operation(endpoint, call), exchange.account(), call.hasApiKey());
    Optional<Fault> found = faults.take(incoming);
    if (found.isEmpty()) {
      return endpoint.action().answer(call);
    }
    Fault fault = found.get();
    exchange.fault(fault);
    if (fault instanceof Fault.Refuse refuse) {
      String message = refuse.message();
      throw Refusal.of(refuse.code(), message == null ? ON_DEMAND : message);
    }
    if (fault instanceof Fault.QuotaHit) {
      ErrorCode code = incoming.operation().quota().orElseThrow();
      throw Refusal.of(code, "A fault on demand: as if the limit of the plan were reached.");
    }
    if (fault instanceof Fault.ProxyError error) {
      return new Answer.File(error.status(), "text/html", page(error.status()), Map.of());
    }
    if (fault instanceof Fault.CutBefore) {
      return new Answer.HangUp();
    }
    if (fault instanceof Fault.Delay delay) {
      return delayedAnswers.then(delay.time(), exchange, () -> endpoint.action().answer(call));
    }
    if (fault instanceof Fault.RevokeKey) {
      authentication.revoke(call.apiKey());
    }
    return endpoint.action().answer(call);
  }

  /** Returns the operation, with the ids of the path in their stored form. */
  private static <A> Operation operation(Endpoint<A> endpoint, Call<A> call) {
    String path =
        Stream.of(endpoint.path().substring(Endpoints.API.length()).split("/"))
            .map(
                each -> each.startsWith("{") ? call.id(each.substring(1, each.length() - 1)) : each)
            .collect(Collectors.joining("/"));
    return new Operation(endpoint.method(), path);
  }

  private static byte[] page(int status) {
    return ("<!DOCTYPE html>\n<html><head><title>Error %1$d</title></head>"
            + "<body><h1>Error %1$d</h1><p>A fault on demand.</p></body></html>\n")
        .formatted(status)
        .getBytes(StandardCharsets.UTF_8);
  }
}
