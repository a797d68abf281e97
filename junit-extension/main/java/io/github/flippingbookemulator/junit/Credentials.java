package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.EmulatorOptions;
import java.util.UUID;

/** What opens the default account during one use of a server, and at no other time. */
record Credentials(String apiKey, String accessToken) {
  static Credentials fresh() {
    return new Credentials(random(), random());
  }

  EmulatorOptions on(EmulatorOptions options) {
    return options.apiKey(apiKey).accessToken(accessToken);
  }

  private static String random() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
