package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.EmulatorOptions;
import java.util.UUID;

/** Key and token of the default account, which are valid only during one use of a server. */
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
