package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.http.Endpoints.Endpoint;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the account that calls, by API key or access token, or refuses the call.
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

  /**
   * Authenticates a call by its header or query. Some calls have their token in the body instead,
   * which is read later.
   */
  void byHead(Endpoint<A> endpoint, Call<A> call, Exchange exchange) {
    if (!endpoint.access().isOfApi()) {
      return;
    }
    String header = exchange.header("Authorization");
    if (header == null) {
      switch (endpoint.access()) {
        case API_KEY_OR_TOKEN_IN_BODY -> {} // see byBody
        case API_KEY_OR_TOKEN_IN_QUERY ->
            byToken(
                call.query(ACCESS_TOKEN)
                    .orElseThrow(
                        () -> noAuthorizationHeader(" An accessToken in the query does as well.")),
                call,
                exchange);
        default -> throw noAuthorizationHeader("");
      }
      return;
    }
    if (!isBearer(header)) {
      throw Refusal.of(
          ErrorCode.BAD_AUTHORIZATION_TYPE,
          "The Authorization header must be 'Bearer <API key>', with no other scheme.");
    }
    String key = key(header);
    exchange.secret(key);
    noteForm(endpoint, call, header);
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

  /** Notes what is undocumented about the use of the header. */
  private void noteForm(Endpoint<A> endpoint, Call<A> call, String header) {
    if (!header.startsWith("Bearer")) {
      Reliance.on(Statement.AUTH_SCHEME_ANY_CASE);
    }
    if (key(header).isEmpty()) {
      Reliance.on(Statement.AUTH_EMPTY_BEARER);
    }
    if (endpoint.access() == Access.API_KEY_OR_TOKEN_IN_QUERY
        && call.query(ACCESS_TOKEN).isPresent()) {
      Reliance.on(Statement.AUTH_HEADER_BEFORE_TOKEN);
    }
  }

  /** Records the account of the API key, if it is known, for a call that is refused in any case. */
  void note(Exchange exchange) {
    String header = exchange.header("Authorization");
    if (header != null && isBearer(header)) {
      exchange.secret(key(header));
      authentication.byKey(key(header)).map(authentication::id).ifPresent(exchange::account);
    }
  }

  /** Tells whether the token must be in the body, since the call has no header. */
  boolean isUpToBody(Endpoint<A> endpoint, Call<A> call) {
    return endpoint.access() == Access.API_KEY_OR_TOKEN_IN_BODY && call.admitted().isEmpty();
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

  /** Returns what follows the scheme; empty if nothing does. */
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
    return token.orElseThrow(
        () -> noAuthorizationHeader(" An accessToken in the body does as well."));
  }

  private static Refusal noAuthorizationHeader(String more) {
    return Refusal.of(
        ErrorCode.NO_AUTHORIZATION_HEADER,
        "The call needs the header 'Authorization: Bearer <API key>'." + more);
  }
}
