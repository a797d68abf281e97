package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.internal.journal.LogOptions;
import io.github.flippingbookemulator.internal.option.ChoiceTypes;
import io.github.flippingbookemulator.internal.option.NumberTypes;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionGroup;
import io.github.flippingbookemulator.internal.option.OptionValues;
import io.github.flippingbookemulator.internal.option.TextTypes;
import io.github.flippingbookemulator.journal.LogLevel;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the gateway answers.
 *
 * @param rateLimit what happens to calls above the rate limit
 * @param maxWaiting how many calls of one key may wait at once in mode {@link RateLimit#WAIT}; one
 *     more is refused
 * @param flatErrors whether errors have the flat form of the older reference pages
 * @param applicationErrorsAs200 whether object and limit errors have HTTP status 200, as in earlier
 *     editions
 * @param publicUrl the start of absolute URLs; null for the host that the client called
 * @param control who may use the control plane
 * @param logRequests whether each request is logged
 */
public record GatewayOptions(
    RateLimit rateLimit,
    int maxWaiting,
    boolean flatErrors,
    boolean applicationErrorsAs200,
    @Nullable URI publicUrl,
    ControlOptions control,
    boolean logRequests) {
  /** What happens to calls above the rate limit. */
  public static final Option<RateLimit> RATE_LIMIT =
      new Option<>(
          "rateLimit",
          OptionGroup.RATE_LIMIT,
          new ChoiceTypes.OneOf<>(RateLimit.values()),
          RateLimit.WAIT,
          "What happens to calls that come too fast: wait, reject or off.");

  /** How many calls of one key may wait. */
  public static final Option<Integer> MAX_WAITING =
      new Option<>(
          "maxWaiting",
          OptionGroup.RATE_LIMIT,
          new NumberTypes.WholeNumber(0, Integer.MAX_VALUE),
          30,
          "How many calls of one key may wait; more are refused.");

  /** Whether errors are flat. */
  public static final Option<Boolean> FLAT_ERRORS =
      new Option<>(
          "flatErrors",
          OptionGroup.ANSWERS,
          new ChoiceTypes.Switch(),
          false,
          "Errors in the flat form of the reference pages of the single calls.");

  /** Whether object and limit errors have HTTP status 200. */
  public static final Option<Boolean> APPLICATION_ERRORS_AS_200 =
      new Option<>(
          "applicationErrorsAs200",
          OptionGroup.ANSWERS,
          new ChoiceTypes.Switch(),
          false,
          "HTTP 200 for errors of objects and limits, as in earlier editions.");

  /** The start of absolute URLs. */
  public static final Option<URI> PUBLIC_URL =
      new Option<>(
          "publicUrl",
          OptionGroup.START,
          new TextTypes.Url(),
          null,
          "What absolute URLs in answers begin with. Default: the host that the client called.");

  /** All of them. */
  public static final List<Option<?>> OPTIONS =
      List.of(RATE_LIMIT, MAX_WAITING, FLAT_ERRORS, APPLICATION_ERRORS_AS_200, PUBLIC_URL);

  /**
   * Takes them from the values of all options.
   *
   * @param ownNames the names that the server itself has
   */
  public static GatewayOptions of(OptionValues values, List<String> ownNames) {
    return new GatewayOptions(
        values.get(RATE_LIMIT),
        values.get(MAX_WAITING),
        values.get(FLAT_ERRORS),
        values.get(APPLICATION_ERRORS_AS_200),
        values.find(PUBLIC_URL).orElse(null),
        ControlOptions.of(values, ownNames),
        values.get(LogOptions.LOG) == LogLevel.REQUESTS);
  }
}
