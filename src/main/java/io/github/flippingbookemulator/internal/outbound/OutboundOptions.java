package io.github.flippingbookemulator.internal.outbound;

import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionGroup;
import io.github.flippingbookemulator.internal.option.TextTypes;
import java.nio.file.Path;

/** The options of requests that the emulator sends. */
public final class OutboundOptions {
  /** Further authorities to trust. */
  public static final Option<Path> TRUST =
      new Option<>(
          "trust",
          OptionGroup.WEBHOOKS,
          new TextTypes.FilePath(),
          null,
          "A PEM file with authorities to trust when webhooks are sent and sources fetched by"
              + " HTTPS, beside those that Java trusts and the emulator's own. Default: none.");

  private OutboundOptions() {}
}
