package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.EmulatorOptions;
import java.util.UUID;

/** What opens the default account during one use of a server, and at no other time. */
record Keys(String apiKey, String accessToken) {
  static Keys fresh() {
    return new Keys(random(), random());
  }

  EmulatorOptions on(EmulatorOptions options) {
    return options.apiKey(apiKey).accessToken(accessToken);
  }

  private static String random() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
