package io.github.flippingbookemulator;

import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.source.Fetch;
import io.github.flippingbookemulator.source.Pace;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * What can be set when the emulator runs as a process. This table drives flags, environment
 * variables, keys of the configuration file and the help text; the names of all three follow from a
 * constant's own name.
 */
enum Option {
  CONFIG(
      Group.START,
      "FILE",
      ValueParsers.FILE,
      FileSettings::apply,
      "A JSON5 file with any of these options, and with accounts and files (see below)."),
  PORT(
      Group.START,
      "N",
      ValueParsers.wholeNumber(0, 65535),
      EmulatorOptions::port,
      "Port to listen on; 0 for any free one. Default: 8080."),
  HOST(
      Group.START,
      "HOST",
      ValueParsers.HOST,
      EmulatorOptions::host,
      "Address to listen on. Default: 127.0.0.1, for this machine only; 0.0.0.0 for all."),
  PUBLIC_URL(
      Group.START,
      "URL",
      ValueParsers.URL,
      EmulatorOptions::publicUrl,
      "What absolute URLs in answers begin with. Default: the host that the client called."),
  HTTPS_PORT(
      Group.HTTPS,
      "N",
      ValueParsers.wholeNumber(0, 65535),
      EmulatorOptions::httpsPort,
      "Port to listen on for HTTPS, too; 0 for any free one. Default: no HTTPS. Clients trust"
          + " the certificate authority at /_emulator/ca.pem."),
  HTTPS_HOST_NAMES(
      Group.HTTPS,
      "NAME",
      ValueParsers.HOST_NAMES,
      EmulatorOptions::httpsHostNames,
      "A name or IP address that the certificate is good for, beside localhost, 127.0.0.1, ::1"
          + " and api-tc.is.flippingbook.com; for more, repeat it or use commas."),
  HTTPS_CERTIFICATE(
      Group.HTTPS,
      "FILE",
      ValueParsers.FILE,
      EmulatorOptions::httpsCertificate,
      "A PEM file with a certificate to use instead of a generated one, and with those of its"
          + " issuers after it."),
  HTTPS_KEY(
      Group.HTTPS,
      "FILE",
      ValueParsers.FILE,
      EmulatorOptions::httpsKey,
      "A PEM file with the private key of the certificate, not encrypted."),
  STATE(
      Group.START,
      "FILE",
      ValueParsers.FILE,
      EmulatorOptions::state,
      "A file that keeps everything: read at the start, if it is there, with its accounts and"
          + " keys; written at the stop. Default: nothing is kept."),
  API_KEY(
      Group.ACCOUNT,
      "KEY",
      ValueParsers.KEY,
      EmulatorOptions::apiKey,
      "The only API key of the first account. Default: emulator-key."),
  ACCESS_TOKEN(
      Group.ACCOUNT,
      "TOKEN",
      ValueParsers.KEY,
      EmulatorOptions::accessToken,
      "Access token of the first account. Default: emulator-token."),
  SEED(
      Group.ACCOUNT,
      "N",
      ValueParsers.SEED,
      EmulatorOptions::seed,
      "Makes ids and passwords the same in each run. Default: other ones in each run."),
  SPEED(
      Group.TIME,
      "FACTOR",
      ValueParsers.SPEED,
      EmulatorOptions::speed,
      "Emulated seconds a real second; 0 stops the clock. Default: 1."),
  TRASH_RETENTION(
      Group.TIME,
      "DURATION",
      ValueParsers.DURATION,
      EmulatorOptions::trashRetention,
      "How long deleted publications can still be read: 500ms, 10s, 90m, 12h, 30d or P30D."
          + " Default: 30d."),
  RATE_LIMIT(
      Group.LIMIT,
      "MODE",
      ValueParsers.oneOf(RateLimit.values()),
      EmulatorOptions::rateLimit,
      "What happens to calls that come too fast: wait, reject or off. Default: wait."),
  MAX_WAITING(
      Group.LIMIT,
      "N",
      ValueParsers.wholeNumber(0, Integer.MAX_VALUE),
      EmulatorOptions::maxWaiting,
      "How many calls of one key may wait; more are refused. Default: 30."),
  PACE(
      Group.SOURCE,
      "MODE",
      ValueParsers.oneOf(Pace.values()),
      EmulatorOptions::pace,
      "What moves conversions on: timed (the clock), per-poll (each request for the source),"
          + " immediate, or manual (the control plane). Default: timed."),
  FETCH(
      Group.SOURCE,
      "MODE",
      ValueParsers.oneOf(Fetch.values()),
      EmulatorOptions::fetch,
      "Where a source's url is read from: network (and registered files), registered files only,"
          + " or off. Default: network."),
  FLAT_ERRORS(
      Group.ANSWER,
      "",
      ValueParsers.SWITCH,
      EmulatorOptions::flatErrors,
      "Errors in the flat form of the reference pages of the single calls."),
  APPLICATION_ERRORS_AS_200(
      Group.ANSWER,
      "",
      ValueParsers.SWITCH,
      EmulatorOptions::applicationErrorsAs200,
      "HTTP 200 for errors of objects and limits, as in earlier editions."),
  PRODUCTION_URLS(
      Group.ANSWER,
      "",
      ValueParsers.SWITCH,
      EmulatorOptions::productionUrls,
      "Readers' addresses as production prints them, which cannot be fetched here."),
  CORS_ORIGINS(
      Group.ANSWER,
      "ORIGIN",
      ValueParsers.ORIGINS,
      EmulatorOptions::corsOrigins,
      "An origin whose pages may call the API, such as http://localhost:3000; for more, repeat it"
          + " or use commas. Default: none."),
  LOG(
      Group.LOG,
      "MODE",
      ValueParsers.oneOf(LogLevel.values()),
      EmulatorOptions::log,
      "What goes to standard error: quiet (the emulator's own faults), default (also what fails"
          + " that a client has begun), or requests (also a line for each request), with keys and"
          + " tokens masked. Default: default."),
  LOG_FORMAT(
      Group.LOG,
      "FORMAT",
      ValueParsers.oneOf(LogFormat.values()),
      EmulatorOptions::logFormat,
      "text, or json for a JSON object a line. Times are real ones. Default: text."),
  CONTROL(
      Group.CONTROL,
      "on|off",
      ValueParsers.ON_OR_OFF,
      EmulatorOptions::control,
      "Whether the emulator can be steered over HTTP, under /_emulator; health is there in any"
          + " case. Default: on."),
  CONTROL_TOKEN(
      Group.CONTROL,
      "TOKEN",
      ValueParsers.KEY,
      EmulatorOptions::controlToken,
      "What callers of the control plane have to send as a bearer token. Default: none."),
  CONTROL_HOSTS(
      Group.CONTROL,
      "NAME",
      ValueParsers.HOSTS,
      EmulatorOptions::controlHosts,
      "A name by which the control plane may be called, besides IP addresses, localhost, names"
          + " without a dot, and those that end in .localhost, .internal, .local or .test; for"
          + " more, repeat it or use commas. Default: the host and the public URL's.");

  /** A section of the help text. */
  enum Group {
    START("Start"),
    HTTPS("HTTPS"),
    ACCOUNT("Account"),
    TIME("Time"),
    LIMIT("Rate limit"),
    SOURCE("Sources"),
    ANSWER("Answers"),
    CONTROL("Control plane"),
    LOG("Log");

    final String heading;

    Group(String heading) {
      this.heading = heading;
    }
  }

  private static final Pattern WORD_END = Pattern.compile("_(.)");

  final Group group;

  /** What stands for the value in the help text; empty for a switch. */
  final String label;

  final String description;
  final ValueParser<?> value;
  private final Change change;

  <T> Option(
      Group group,
      String label,
      ValueParser<T> value,
      BiFunction<EmulatorOptions, T, EmulatorOptions> change,
      String description) {
    this.group = group;
    this.label = label;
    this.value = value;
    this.change = (options, name, text) -> change.apply(options, value.read(name, text));
    this.description = description;
  }

  /** {@code --max-waiting}; a flag that is repeated is named in the singular. */
  String flag() {
    return "--" + ValueParsers.word(this).replaceFirst("(?<=origin|name|host)s$", "");
  }

  /** {@code FLIPPINGBOOK_MAX_WAITING}. */
  String variable() {
    return "FLIPPINGBOOK_" + name();
  }

  /** {@code maxWaiting}. */
  String key() {
    return WORD_END
        .matcher(name().toLowerCase(Locale.ROOT))
        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }

  boolean isSwitch() {
    return label.isEmpty();
  }

  boolean isRepeatable() {
    return value.inJson() == ValueParser.InJson.LIST;
  }

  /**
   * Sets it.
   *
   * @param name what people called it, for complaints
   * @param text what they wrote
   * @throws StartFailure if the text is not what it must be
   */
  EmulatorOptions apply(EmulatorOptions options, String name, String text) {
    return change.apply(options, name, text);
  }

  private interface Change {
    EmulatorOptions apply(EmulatorOptions options, String name, String text);
  }
}
