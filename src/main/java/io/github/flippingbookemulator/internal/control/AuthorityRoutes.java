package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.http.Access;
import io.github.flippingbookemulator.internal.http.Answer;
import io.github.flippingbookemulator.internal.http.Endpoints;
import io.github.flippingbookemulator.internal.tls.ServerCertificate;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Serves the certificate that HTTPS clients must trust. */
public final class AuthorityRoutes {
  private final Optional<ServerCertificate> certificate;

  /**
   * Makes the routes.
   *
   * @param certificate the emulator's certificate; empty if HTTPS is off
   */
  public AuthorityRoutes(Optional<ServerCertificate> certificate) {
    this.certificate = certificate;
  }

  /**
   * Adds the call to the table.
   *
   * @param endpoints the table
   * @param <A> the account that calls; none is required
   */
  public <A> void addTo(Endpoints<A> endpoints) {
    endpoints.add(
        "GET",
        ControlRoutes.ROOT + "/ca.pem",
        Access.NOTHING,
        "Get the certificate that HTTPS clients have to trust.",
        call ->
            new Answer.File(
                "application/x-pem-file", authority().getBytes(StandardCharsets.US_ASCII)));
  }

  private String authority() {
    return certificate
        .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, ServerCertificate.OFF))
        .authority()
        .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, ServerCertificate.GIVEN));
  }
}
