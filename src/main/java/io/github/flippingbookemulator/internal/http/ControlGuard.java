package io.github.flippingbookemulator.internal.http;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Refuses calls of the control plane that are not allowed. */
final class ControlGuard {
  private final ControlOptions options;
  private final AllowedHosts names;
  private final ControlToken controlToken;

  ControlGuard(ControlOptions options, @Nullable URI publicUrl, ControlToken controlToken) {
    this.options = options;
    names = new AllowedHosts(options.hosts(), publicUrl);
    this.controlToken = controlToken;
  }

  /** Returns the refusal of a call; null if the call is allowed. */
  @Nullable Answer refusal(Access access, Call<?> call) {
    return switch (access) {
      case CONTROL -> {
        Answer no = refusal(Access.LOGIN, call);
        yield no != null ? no : refusalOfStranger(call);
      }
      case LOGIN -> options.on() ? refusal(Access.OWN_SITE, call) : refusal(Access.DASHBOARD, call);
      case DASHBOARD ->
          options.on()
              ? null
              : ControlError.answer(
                  404, "The control plane is switched off; --control=on brings it.");
      case OWN_SITE ->
          call.isCrossSite()
              ? ControlError.answer(403, "Pages of other sites cannot control the emulator.")
              : null;
      case API_KEY, API_KEY_OR_TOKEN_IN_QUERY, API_KEY_OR_TOKEN_IN_BODY, SIGN_ON_PAGE, NOTHING ->
          null;
    };
  }

  private @Nullable Answer refusalOfStranger(Call<?> call) {
    String host = call.header("Host").orElse(null);
    if (host != null && !names.contain(host)) {
      String name = AllowedHosts.name(host);
      return ControlError.answer(
          403,
          "A page of another site could use the name '%s' to control the emulator. If it is yours, allow it with --control-host %s."
              .formatted(name, name));
    }
    if (!controlToken.opensFor(call)) {
      Answer.File no =
          ControlError.answer(
              401,
              "The control plane wants the token of --control-token, in a header 'Authorization:"
                  + " Bearer TOKEN'.");
      return controlToken.refusal(call, no);
    }
    return null;
  }
}
