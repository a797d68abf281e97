package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.http.Endpoints.Endpoint;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out who calls, by API key or access token, or refuses the call.
 *
 * @param <A> the account that calls
 */
final class Authenticator<A> {
  private static final String BEARER = "bearer";
  private static final String ACCESS_TOKEN = "accessToken";

  private final Authentication<A> authentication;

  Authenticator(Authentication<A> authentication) {
    this.authentication = authentication;
  }

  /** Admits a call by what its header or query shows; some show a token later, in their body. */
  void byHead(Endpoint<A> endpoint, Call<A> call, Exchange exchange) {
    if (!endpoint.access().isOfApi()) {
      return;
    }
    String header = exchange.header("Authorization");
    if (header == null && endpoint.access() == Access.API_KEY_OR_ACCESS_TOKEN) {
      // Where the query has no token, the body may: that is settled once it is read.
      call.query(ACCESS_TOKEN).ifPresent(token -> byToken(token, call, exchange));
      return;
    }
    if (header == null) {
      throw noAuthorizationHeader("");
    }
    if (!isBearer(header)) {
      throw Refusal.of(
          ErrorCode.BAD_AUTHORIZATION_TYPE,
          "The Authorization header must be 'Bearer <API key>', with no other scheme.");
    }
    String key = key(header);
    exchange.secret(key);
    A account =
        authentication
            .byKey(key)
            .orElseThrow(
                () ->
                    Refusal.of(
                        ErrorCode.INVALID_API_KEY,
                        key.isEmpty()
                            ? "There is no API key after 'Bearer'."
                            : "The API key is unknown or revoked."));
    call.admit(account, key);
    exchange.account(authentication.id(account));
  }

  /** Notes whose key it is, of a call that nobody needs a key for to be refused. */
  void note(Exchange exchange) {
    String header = exchange.header("Authorization");
    if (header != null && isBearer(header)) {
      authentication.byKey(key(header)).map(authentication::id).ifPresent(exchange::account);
    }
  }

  /** Tells whether only the body can still show who calls. */
  boolean isUpToBody(Endpoint<A> endpoint, Call<A> call) {
    return endpoint.access() == Access.API_KEY_OR_ACCESS_TOKEN && call.admitted().isEmpty();
  }

  void byBody(Call<A> call, Exchange exchange) {
    byToken(tokenIn(call.body()), call, exchange);
  }

  private void byToken(String token, Call<A> call, Exchange exchange) {
    exchange.secret(token);
    A account =
        authentication
            .byAccessToken(token)
            .orElseThrow(
                () -> Refusal.of(ErrorCode.INVALID_ACCESS_TOKEN, "The access token is unknown."));
    call.admit(account, null);
    exchange.account(authentication.id(account));
  }

  private static String[] schemeAndKey(String header) {
    return header.strip().split("\\s+", 2);
  }

  private static boolean isBearer(String header) {
    return schemeAndKey(header)[0].toLowerCase(Locale.ROOT).equals(BEARER);
  }

  /** What comes after the scheme; empty if nothing does. */
  private static String key(String header) {
    String[] schemeAndKey = schemeAndKey(header);
    return schemeAndKey.length == 2 ? schemeAndKey[1] : "";
  }

  private static String tokenIn(Body body) {
    Optional<String> token = Optional.empty();
    if (body.has(ACCESS_TOKEN)) {
      token = body.text(ACCESS_TOKEN).given();
      body.check();
    }
    return token.orElseThrow(() -> noAuthorizationHeader(" An accessToken would do as well."));
  }

  private static Refusal noAuthorizationHeader(String more) {
    return Refusal.of(
        ErrorCode.NO_AUTHORIZATION_HEADER,
        "The call needs the header 'Authorization: Bearer <API key>'." + more);
  }
}
