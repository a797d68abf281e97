package io.github.flippingbookemulator.internal.compare;

import io.github.flippingbookemulator.internal.option.OptionException;
import java.net.URI;

/** The first call: is there a service that takes the key? */
final class ServiceCheck {
  private ServiceCheck() {}

  /**
   * Asks who the key belongs to.
   *
   * @throws OptionException if there is nothing to compare with
   */
  static void check(ApiClient client, URI root) {
    Reply reply;
    try {
      reply = client.send(ApiRequest.get("/auth/me"));
      reply.json();
    } catch (NoAnswer e) {
      throw new OptionException("Nothing can be compared: " + root + " " + e.getMessage());
    }
    if (!reply.isSuccess()) {
      throw new OptionException(
          "Nothing can be compared: %s does not take the API key (%d %s)"
              .formatted(root, reply.status(), reply.code()));
    }
    if (!reply.json().has("id") && !reply.json().has("email")) {
      throw new OptionException(
          "Nothing can be compared: " + root + " answers, but not as the FlippingBook API does");
    }
  }
}
