package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.internal.option.ChoiceTypes;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionGroup;
import io.github.flippingbookemulator.internal.option.OptionValues;
import io.github.flippingbookemulator.internal.option.TimeTypes;
import io.github.flippingbookemulator.source.ConversionTimes;
import io.github.flippingbookemulator.source.Fetch;
import io.github.flippingbookemulator.source.Pace;
import java.time.Duration;
import java.util.List;

/**
 * How sources are converted.
 *
 * @param pace what triggers the steps of conversions
 * @param times how long the stages of timed conversions take
 * @param fetch where files given by {@code url} come from
 * @param inspectionTimeout how long reading a PDF may take, in real time
 * @param drawingTimeout how long drawing a page may take, in real time
 */
public record ConversionOptions(
    Pace pace,
    ConversionTimes times,
    Fetch fetch,
    Duration inspectionTimeout,
    Duration drawingTimeout) {
  /** What triggers the steps of conversions. */
  public static final Option<Pace> PACE =
      new Option<>(
          "pace",
          OptionGroup.SOURCES,
          new ChoiceTypes.OneOf<>(Pace.values()),
          Pace.TIMED,
          "What moves conversions on: timed (the clock), per-poll (each request for the source),"
              + " immediate, or manual (the control plane).");

  /** Where files given by URL come from. */
  public static final Option<Fetch> FETCH =
      new Option<>(
          "fetch",
          OptionGroup.SOURCES,
          new ChoiceTypes.OneOf<>(Fetch.values()),
          Fetch.NETWORK,
          "Where a source's url is read from: network (and registered files), loopback (this"
              + " machine and registered files), registered files only, or off.");

  /** How long a download may take. */
  public static final Option<Duration> FETCH_TIMEOUT =
      new Option<>(
          "fetchTimeout",
          OptionGroup.SOURCES,
          TimeTypes.TimeSpan.aboveZero(),
          Duration.ofSeconds(30),
          "How long a download may take as a whole, in real time.");

  /** How long the check of a file may take. */
  public static final Option<Duration> INSPECTION_TIMEOUT =
      new Option<>(
          "inspectionTimeout",
          OptionGroup.SOURCES,
          TimeTypes.TimeSpan.aboveZero(),
          Duration.ofSeconds(20),
          "How long reading a PDF may take, in real time, before its conversion fails.");

  /** How long a page may take. */
  public static final Option<Duration> DRAWING_TIMEOUT =
      new Option<>(
          "drawingTimeout",
          OptionGroup.SOURCES,
          TimeTypes.TimeSpan.aboveZero(),
          Duration.ofSeconds(5),
          "How long drawing a page may take, in real time, before a grey sheet takes its place.");

  /** How long a source waits before it is queued. */
  public static final Option<Duration> CONVERSION_QUEUE_TIME =
      new Option<>(
          "conversionQueueTime",
          OptionGroup.SOURCES,
          TimeTypes.TimeSpan.fromZero(),
          ConversionTimes.defaults().queue(),
          "How long a timed conversion waits before its first stage, on the clock.");

  /** How long the preview takes. */
  public static final Option<Duration> CONVERSION_PREVIEW_TIME =
      new Option<>(
          "conversionPreviewTime",
          OptionGroup.SOURCES,
          TimeTypes.TimeSpan.fromZero(),
          ConversionTimes.defaults().preview(),
          "How long the preview stage of a timed conversion takes, on the clock.");

  /** How long each page takes. */
  public static final Option<Duration> CONVERSION_PAGE_TIME =
      new Option<>(
          "conversionPageTime",
          OptionGroup.SOURCES,
          TimeTypes.TimeSpan.fromZero(),
          ConversionTimes.defaults().perPage(),
          "How long each page of a timed conversion takes after the preview, on the clock.");

  /** All of them. */
  public static final List<Option<?>> OPTIONS =
      List.of(
          PACE,
          CONVERSION_QUEUE_TIME,
          CONVERSION_PREVIEW_TIME,
          CONVERSION_PAGE_TIME,
          FETCH,
          FETCH_TIMEOUT,
          INSPECTION_TIMEOUT,
          DRAWING_TIMEOUT);

  /** Takes them from the values of all options. */
  public static ConversionOptions of(OptionValues values) {
    return new ConversionOptions(
        values.get(PACE),
        new ConversionTimes(
            values.get(CONVERSION_QUEUE_TIME),
            values.get(CONVERSION_PREVIEW_TIME),
            values.get(CONVERSION_PAGE_TIME)),
        values.get(FETCH),
        values.get(INSPECTION_TIMEOUT),
        values.get(DRAWING_TIMEOUT));
  }
}
