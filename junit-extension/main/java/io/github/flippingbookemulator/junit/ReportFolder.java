package io.github.flippingbookemulator.junit;

import org.junit.jupiter.api.extension.ExtensionContext;

/** The folder for the journals of failed tests. */
final class ReportFolder {
  /** The configuration parameter that names another folder. */
  static final String PARAMETER = "flippingbook.emulator.reports";

  private static final String DEFAULT = "target/flippingbook-emulator";

  private ReportFolder() {}

  static String of(ExtensionContext context) {
    return context.getConfigurationParameter(PARAMETER).orElse(DEFAULT);
  }
}
