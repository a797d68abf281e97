package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.internal.option.NumberTypes;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionGroup;
import io.github.flippingbookemulator.internal.option.OptionValues;
import io.github.flippingbookemulator.internal.option.TextTypes;
import io.github.flippingbookemulator.internal.option.TimeTypes;
import java.time.Duration;
import java.util.List;

/**
 * What stays the same as long as the server runs.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 for any free one
 * @param corsOrigins the origins whose pages may call the emulated API; empty for none
 * @param bodyTimeout how long each megabyte of a request's body may take to arrive, in real time
 */
public record ServerOptions(String host, int port, List<String> corsOrigins, Duration bodyTimeout) {
  /** The port to listen on. The process has another default than an emulator in a test. */
  public static final Option<Integer> PORT =
      new Option<>(
          "port",
          OptionGroup.START,
          new NumberTypes.WholeNumber(0, 65535),
          0,
          "Port to listen on; 0 for any free one.");

  /** The address to listen on. */
  public static final Option<String> HOST =
      new Option<>(
          "host",
          OptionGroup.START,
          new TextTypes.Host(),
          "127.0.0.1",
          "Address to listen on; 127.0.0.1 is for this machine only, 0.0.0.0 for all.");

  /** Origins whose pages may call the emulated API. */
  public static final Option<List<String>> CORS_ORIGIN =
      new Option<>(
          "corsOrigin",
          OptionGroup.ANSWERS,
          new TextTypes.TextList(
              "ORIGIN",
              "origins such as https://app.example.com",
              "(?i)https?://(\\*\\.)?([a-z0-9._-]+|\\[[0-9a-f:.]+])(:\\d{1,5})?"),
          List.of(),
          "An origin whose pages may call the API, such as http://localhost:3000; for more, repeat"
              + " it or use commas.");

  /** How long a body may take. */
  public static final Option<Duration> BODY_TIMEOUT =
      new Option<>(
          "bodyTimeout",
          OptionGroup.ANSWERS,
          TimeTypes.TimeSpan.aboveZero(),
          Duration.ofSeconds(30),
          "How long each megabyte of a request's body may take to arrive, in real time; slower"
              + " requests are refused.");

  /** All of them. */
  public static final List<Option<?>> OPTIONS = List.of(PORT, HOST, CORS_ORIGIN, BODY_TIMEOUT);

  /** Copies the list. */
  public ServerOptions {
    corsOrigins = List.copyOf(corsOrigins);
  }

  /** Takes them from the values of all options. */
  public static ServerOptions of(OptionValues values) {
    return new ServerOptions(
        values.get(HOST), values.get(PORT), values.get(CORS_ORIGIN), values.get(BODY_TIMEOUT));
  }
}
