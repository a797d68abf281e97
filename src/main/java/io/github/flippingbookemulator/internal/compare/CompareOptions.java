package io.github.flippingbookemulator.internal.compare;

import io.github.flippingbookemulator.internal.option.ChoiceTypes;
import io.github.flippingbookemulator.internal.option.NumberTypes;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionGroup;
import io.github.flippingbookemulator.internal.option.TextTypes;
import io.github.flippingbookemulator.internal.option.TimeTypes;
import io.github.flippingbookemulator.internal.option.ValueType;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The flags of {@code compare}. They are no options of the emulator. */
public final class CompareOptions {
  /** Where the service is. */
  public static final Option<URI> URL =
      option(
          "url",
          new TextTypes.Url(),
          null,
          "Address of the service, such as https://api-tc.is.flippingbook.com.");

  /** The key for it. */
  public static final Option<String> API_KEY =
      option(
          "apiKey",
          TextTypes.Text.key("KEY"),
          null,
          "API key of an account there. The variable COMPARE_API_KEY keeps it out of the list of"
              + " processes.");

  /** Whether probes may create something. */
  public static final Option<Boolean> WRITE =
      option(
          "write",
          new ChoiceTypes.Switch(),
          false,
          "Also creates publications, tracked links and triggers, and removes them at the end.");

  /** Where the service reaches the emulator of the comparison. */
  public static final Option<URI> WEBHOOK_URL =
      option(
          "webhookUrl",
          new TextTypes.Url(),
          null,
          "With --write: a public address that leads to --port of this machine, such as that of a"
              + " tunnel, to compare notifications.");

  /** The port of the emulator of the comparison. */
  public static final Option<Integer> PORT =
      option(
          "port",
          new NumberTypes.WholeNumber(0, 65535),
          0,
          "Port of the emulator that is started for this; 0 for any free one.");

  /** Whether to begin without a question. */
  public static final Option<Boolean> YES =
      option("yes", new ChoiceTypes.Switch(), false, "Begins without a question.");

  /** The report for programs. */
  public static final Option<Path> JSON =
      option("json", new TextTypes.FilePath(), null, "Writes a report as JSON.");

  /** The report for people. */
  public static final Option<Path> MARKDOWN =
      option(
          "markdown",
          new TextTypes.FilePath(),
          null,
          "Writes a report as Markdown, fit to be attached to an issue.");

  /** The reports to merge. */
  public static final Option<List<String>> REPORT =
      option(
          "report",
          new TextTypes.TextList("FILE", "paths of files", ".*\\S.*"),
          List.of(),
          "Compares nothing: merges these JSON reports and prints how often each statement was"
              + " confirmed. Several files follow each other, or are separated by commas.");

  /** The pause between calls. */
  public static final Option<Duration> INTERVAL =
      option(
          "interval",
          TimeTypes.TimeSpan.fromZero(),
          Duration.ofSeconds(1),
          "Pause between calls; less than a second is for addresses of this machine only.");

  /** How long a call may take. */
  public static final Option<Duration> TIMEOUT =
      option(
          "timeout",
          TimeTypes.TimeSpan.aboveZero(),
          Duration.ofSeconds(30),
          "How long a call may take as a whole.");

  /** All of them. */
  public static final List<Option<?>> OPTIONS =
      List.of(
          URL, API_KEY, WRITE, WEBHOOK_URL, PORT, YES, JSON, MARKDOWN, REPORT, INTERVAL, TIMEOUT);

  private CompareOptions() {}

  private static <T> Option<T> option(
      String name, ValueType<T> type, @Nullable T preset, String help) {
    return new Option<>(name, OptionGroup.COMPARE, type, preset, help);
  }
}
