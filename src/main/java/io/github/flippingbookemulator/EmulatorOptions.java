package io.github.flippingbookemulator;

import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.internal.account.AccountsOptions;
import io.github.flippingbookemulator.internal.config.AllOptions;
import io.github.flippingbookemulator.internal.config.ConfigReader;
import io.github.flippingbookemulator.internal.http.ControlOptions;
import io.github.flippingbookemulator.internal.http.GatewayOptions;
import io.github.flippingbookemulator.internal.http.ServerOptions;
import io.github.flippingbookemulator.internal.journal.LogOptions;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionValues;
import io.github.flippingbookemulator.internal.outbound.OutboundOptions;
import io.github.flippingbookemulator.internal.publication.PublicationOptions;
import io.github.flippingbookemulator.internal.runtime.StateFile;
import io.github.flippingbookemulator.internal.source.ConversionOptions;
import io.github.flippingbookemulator.internal.source.RegisteredFiles;
import io.github.flippingbookemulator.internal.store.Ids;
import io.github.flippingbookemulator.internal.time.ClockOptions;
import io.github.flippingbookemulator.internal.tls.HttpsOptions;
import io.github.flippingbookemulator.internal.trigger.WebhookOptions;
import io.github.flippingbookemulator.journal.LogFormat;
import io.github.flippingbookemulator.journal.LogLevel;
import io.github.flippingbookemulator.source.ConversionTimes;
import io.github.flippingbookemulator.source.Fetch;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.trigger.WebhookTargets;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an emulator starts with. Immutable: each method that sets an option returns a copy, and
 * throws {@link IllegalArgumentException} if the option does not take the value.
 *
 * <pre>{@code
 * EmulatorOptions.defaults().speed(100).pace(Pace.PER_POLL)
 * }</pre>
 */
public final class EmulatorOptions {
  /** The API key of the default account where no other is chosen. */
  public static final String DEFAULT_API_KEY = AccountsOptions.DEFAULT_API_KEY;

  /** The access token of the default account where no other is chosen. */
  public static final String DEFAULT_ACCESS_TOKEN = AccountsOptions.DEFAULT_ACCESS_TOKEN;

  private static final EmulatorOptions DEFAULTS = new EmulatorOptions(OptionValues.DEFAULTS);

  private final OptionValues values;

  EmulatorOptions(OptionValues values) {
    this.values = values;
  }

  OptionValues values() {
    return values;
  }

  private <T> EmulatorOptions with(Option<T> option, T value) {
    return new EmulatorOptions(values.with(option, value));
  }

  /**
   * Returns the options of an emulator on a free loopback port, in real time, without limits of the
   * plan.
   *
   * @return the defaults
   */
  public static EmulatorOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Sets what a configuration file says, in the format of {@code --config}; what it does not
   * mention stays.
   *
   * @param file a JSON5 file
   * @return a copy with it
   * @throws IllegalArgumentException if the file cannot be read, or about the first thing that is
   *     wrong with it: the message names file and line
   */
  public EmulatorOptions config(Path file) {
    return new EmulatorOptions(ConfigReader.read(values, file));
  }

  /**
   * Sets an option by its name, as a configuration file does.
   *
   * @param name such as {@code maxWaiting}; see {@code --help} of the process
   * @param value the value as text, such as {@code 30} or {@code 10s}; commas separate the elements
   *     of a list
   * @return a copy with it
   * @throws IllegalArgumentException if there is no such option, or it does not take the value
   */
  public EmulatorOptions set(String name, String value) {
    return new EmulatorOptions(values.withText(AllOptions.named(name), name, value));
  }

  /**
   * Returns an option by its name.
   *
   * @param name such as {@code maxWaiting}
   * @return its value or default as text; empty if it has none
   * @throws IllegalArgumentException if there is no such option, or its value has parts
   */
  public Optional<String> get(String name) {
    return asText(AllOptions.named(name));
  }

  private <T> Optional<String> asText(Option<T> option) {
    return values.find(option).map(option.type()::format);
  }

  /**
   * Sets the address to listen on.
   *
   * @param host loopback by default
   * @return a copy with it
   */
  public EmulatorOptions host(String host) {
    return with(ServerOptions.HOST, host);
  }

  /**
   * Sets the port to listen on, 1 to 65535; 0 for any free one.
   *
   * @param port 0 by default
   * @return a copy with it
   */
  public EmulatorOptions port(int port) {
    return with(ServerOptions.PORT, port);
  }

  /**
   * Sets the port to listen on for HTTPS, too, 1 to 65535; 0 for any free one.
   *
   * @param httpsPort none by default
   * @return a copy with it
   */
  public EmulatorOptions httpsPort(int httpsPort) {
    return with(HttpsOptions.HTTPS_PORT, httpsPort);
  }

  /**
   * Sets what the generated certificate is good for beside {@code localhost}, {@code 127.0.0.1},
   * {@code ::1}, the host of production, and the address listened on.
   *
   * @param httpsHostNames host names, also with {@code *} as their first part, or IP addresses;
   *     none by default
   * @return a copy with them
   */
  public EmulatorOptions httpsHostNames(List<String> httpsHostNames) {
    return with(HttpsOptions.HTTPS_HOST_NAME, List.copyOf(httpsHostNames));
  }

  /**
   * Sets the certificate to show instead of a generated one.
   *
   * @param certificates a PEM file: the certificate, and those of its issuers after it
   * @param key a PEM file with its RSA or EC key, not encrypted; may be the same file
   * @return a copy with them
   */
  public EmulatorOptions httpsCertificate(Path certificates, Path key) {
    return with(HttpsOptions.HTTPS_CERTIFICATE, certificates).with(HttpsOptions.HTTPS_KEY, key);
  }

  /**
   * Sets how fast the clock runs: emulated seconds a real second, 0 (frozen) or more.
   *
   * @param speed 1 by default
   * @return a copy with it
   */
  public EmulatorOptions speed(double speed) {
    return with(ClockOptions.SPEED, speed);
  }

  /**
   * Sets what the clock shows at the start, and again after each reset.
   *
   * @param startTime from 1970 to 9998; the real time by default
   * @return a copy with it
   */
  public EmulatorOptions startTime(Instant startTime) {
    return with(ClockOptions.START_TIME, startTime);
  }

  /**
   * Sets how long a deleted publication can still be read, on the emulator's clock.
   *
   * @param trashRetention 30 days by default (E)
   * @return a copy with it
   */
  public EmulatorOptions trashRetention(Duration trashRetention) {
    return with(PublicationOptions.TRASH_RETENTION, trashRetention);
  }

  /**
   * Sets whether readers' addresses are printed as production does, rather than so that they can be
   * fetched here.
   *
   * @param productionUrls false by default (E)
   * @return a copy with it
   */
  public EmulatorOptions productionUrls(boolean productionUrls) {
    return with(PublicationOptions.PRODUCTION_URLS, productionUrls);
  }

  /**
   * Sets what happens to calls that come faster than the rate limit allows.
   *
   * @param rateLimit they wait by default
   * @return a copy with it
   */
  public EmulatorOptions rateLimit(RateLimit rateLimit) {
    return with(GatewayOptions.RATE_LIMIT, rateLimit);
  }

  /**
   * Sets how many calls of one key may wait at once; one more is refused.
   *
   * @param maxWaiting 30 by default (E)
   * @return a copy with it
   */
  public EmulatorOptions maxWaiting(int maxWaiting) {
    return with(GatewayOptions.MAX_WAITING, maxWaiting);
  }

  /**
   * Sets whether errors have the flat form of the reference pages of the single calls.
   *
   * @param flatErrors false by default
   * @return a copy with it
   */
  public EmulatorOptions flatErrors(boolean flatErrors) {
    return with(GatewayOptions.FLAT_ERRORS, flatErrors);
  }

  /**
   * Sets whether object and limit errors come with HTTP 200, as in earlier editions (H).
   *
   * @param applicationErrorsAs200 false by default
   * @return a copy with it
   */
  public EmulatorOptions applicationErrorsAs200(boolean applicationErrorsAs200) {
    return with(GatewayOptions.APPLICATION_ERRORS_AS_200, applicationErrorsAs200);
  }

  /**
   * Sets the origins whose pages may call the emulated API.
   *
   * @param corsOrigins none by default (E)
   * @return a copy with it
   */
  public EmulatorOptions corsOrigins(List<String> corsOrigins) {
    return with(ServerOptions.CORS_ORIGIN, List.copyOf(corsOrigins));
  }

  /**
   * Sets how long each megabyte of a request's body may take to arrive, in real time. Slower
   * requests are refused.
   *
   * @param bodyTimeout 30 s by default (E)
   * @return a copy with it
   */
  public EmulatorOptions bodyTimeout(Duration bodyTimeout) {
    return with(ServerOptions.BODY_TIMEOUT, bodyTimeout);
  }

  /**
   * Sets what absolute URLs begin with, for an emulator behind another address than its own.
   *
   * @param publicUrl an absolute http or https URL
   * @return a copy with it
   */
  public EmulatorOptions publicUrl(URI publicUrl) {
    return with(GatewayOptions.PUBLIC_URL, publicUrl);
  }

  /**
   * Sets whether there is a control plane under {@code /_emulator}. Without it, health and the
   * receiving of webhooks remain; in Java, everything does.
   *
   * @param on true by default
   * @return a copy with it
   */
  public EmulatorOptions control(boolean on) {
    return with(ControlOptions.CONTROL, on);
  }

  /**
   * Sets what callers of the control plane have to show, as a bearer token. Health, and the
   * receiving of webhooks, remain open to all.
   *
   * @param token signs of ASCII without blanks; none is wanted by default
   * @return a copy with it
   */
  public EmulatorOptions controlToken(String token) {
    return with(ControlOptions.CONTROL_TOKEN, token);
  }

  /**
   * Sets the names by which the control plane may be called, besides addresses, {@code localhost},
   * the configured host, the host of the public URL, names without a dot and names that public DNS
   * does not have. A call by another name could come from a page of another site.
   *
   * @param hosts names without a port; none by default
   * @return a copy with it
   */
  public EmulatorOptions controlHosts(List<String> hosts) {
    return with(ControlOptions.CONTROL_HOST, List.copyOf(hosts));
  }

  /**
   * Keeps the state in a file: it is read at the start, if it is there, and written at the stop. A
   * state that is read comes with its accounts and keys, instead of those of these options, and
   * with its time. A reset begins without it.
   *
   * @param state a JSON file as {@code Snapshot} writes it; none by default
   * @return a copy with it
   */
  public EmulatorOptions state(Path state) {
    return with(StateFile.STATE, state);
  }

  /**
   * Sets how much is logged.
   *
   * @param log what fails that a client has begun, by default
   * @return a copy with it
   */
  public EmulatorOptions log(LogLevel log) {
    return with(LogOptions.LOG, log);
  }

  /**
   * Sets what the log of a process looks like; an application that embeds an emulator configures
   * its own log.
   *
   * @param logFormat lines of text by default
   * @return a copy with it
   */
  public EmulatorOptions logFormat(LogFormat logFormat) {
    return with(LogOptions.LOG_FORMAT, logFormat);
  }

  /**
   * Sets what moves conversions on.
   *
   * @param pace the emulator's clock by default
   * @return a copy with it
   */
  public EmulatorOptions pace(Pace pace) {
    return with(ConversionOptions.PACE, pace);
  }

  /**
   * Sets where files come from that a client names by their address.
   *
   * @param fetch the network by default
   * @return a copy with it
   */
  public EmulatorOptions fetch(Fetch fetch) {
    return with(ConversionOptions.FETCH, fetch);
  }

  /**
   * Sets how long a download may take as a whole, in real time.
   *
   * @param fetchTimeout 30 s by default (E)
   * @return a copy with it
   */
  public EmulatorOptions fetchTimeout(Duration fetchTimeout) {
    return with(ConversionOptions.FETCH_TIMEOUT, fetchTimeout);
  }

  /**
   * Sets how long reading a PDF may take, in real time, before its conversion fails.
   *
   * @param inspectionTimeout 20 s by default (E)
   * @return a copy with it
   */
  public EmulatorOptions inspectionTimeout(Duration inspectionTimeout) {
    return with(ConversionOptions.INSPECTION_TIMEOUT, inspectionTimeout);
  }

  /**
   * Sets how long drawing a page may take, in real time, before a grey sheet takes its place.
   *
   * @param drawingTimeout 5 s by default (E)
   * @return a copy with it
   */
  public EmulatorOptions drawingTimeout(Duration drawingTimeout) {
    return with(ConversionOptions.DRAWING_TIMEOUT, drawingTimeout);
  }

  /**
   * Sets where webhooks go. What is not sent is logged as undeliverable.
   *
   * @param webhooks {@link WebhookTargets#NETWORK} by default
   * @return changed options
   */
  public EmulatorOptions webhooks(WebhookTargets webhooks) {
    return with(WebhookOptions.WEBHOOKS, webhooks);
  }

  /**
   * Names further authorities whose certificates the emulator accepts when it sends webhooks and
   * fetches sources, beside those that Java trusts and its own one.
   *
   * @param trust a PEM file with one or more certificates
   * @return changed options
   */
  public EmulatorOptions trust(Path trust) {
    return with(OutboundOptions.TRUST, trust);
  }

  /**
   * Sets how long a webhook may take to answer, in real time.
   *
   * @param webhookTimeout 10 s by default (E)
   * @return a copy with it
   */
  public EmulatorOptions webhookTimeout(Duration webhookTimeout) {
    return with(WebhookOptions.WEBHOOK_TIMEOUT, webhookTimeout);
  }

  /**
   * Sets how long advancing the clock waits for the world outside, in real time; see {@link
   * io.github.flippingbookemulator.time.ClockControl#advance}.
   *
   * @param advanceLimit 0 or more, 10 s by default (E)
   * @return a copy with it
   */
  public EmulatorOptions advanceLimit(Duration advanceLimit) {
    return with(ClockOptions.ADVANCE_LIMIT, advanceLimit);
  }

  /**
   * Sets how long the stages of a conversion take.
   *
   * @param conversionTimes 1 s, 2 s and 50 ms a page by default (E)
   * @return a copy with it
   */
  public EmulatorOptions conversionTimes(ConversionTimes conversionTimes) {
    return with(ConversionOptions.CONVERSION_QUEUE_TIME, conversionTimes.queue())
        .with(ConversionOptions.CONVERSION_PREVIEW_TIME, conversionTimes.preview())
        .with(ConversionOptions.CONVERSION_PAGE_TIME, conversionTimes.perPage());
  }

  /**
   * Returns the accounts to start with.
   *
   * @return at least one; the first is the default account
   */
  public List<AccountOptions> accounts() {
    return AccountsOptions.of(values);
  }

  /**
   * Sets the accounts to start with, at least one; the first is the default account.
   *
   * @param accounts one by default
   * @return a copy with it
   */
  public EmulatorOptions accounts(List<AccountOptions> accounts) {
    return new EmulatorOptions(
        values
            .without(AccountsOptions.API_KEY)
            .without(AccountsOptions.ACCESS_TOKEN)
            .with(AccountsOptions.ACCOUNTS, List.copyOf(accounts)));
  }

  /**
   * Sets the files on disk that sources can name by address without using the network.
   *
   * @param registeredFiles none by default
   * @return a copy with it
   */
  public EmulatorOptions registeredFiles(Map<String, Path> registeredFiles) {
    return with(RegisteredFiles.FILES, Map.copyOf(registeredFiles));
  }

  /**
   * Returns what ids, keys and passwords depend on.
   *
   * @return the seed, if one was chosen
   */
  public OptionalLong seed() {
    return values.find(Ids.SEED).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  /**
   * Sets what ids, keys and passwords depend on, so that the same calls give the same ones.
   *
   * @param seed any number
   * @return a copy with it
   */
  public EmulatorOptions seed(long seed) {
    return with(Ids.SEED, seed);
  }

  /**
   * Sets the API key of the default account.
   *
   * @param apiKey its only key; {@value #DEFAULT_API_KEY} by default
   * @return a copy with it
   */
  public EmulatorOptions apiKey(String apiKey) {
    return with(AccountsOptions.API_KEY, apiKey);
  }

  /**
   * Sets the access token of the default account.
   *
   * @param accessToken its token; {@value #DEFAULT_ACCESS_TOKEN} by default
   * @return a copy with it
   */
  public EmulatorOptions accessToken(String accessToken) {
    return with(AccountsOptions.ACCESS_TOKEN, accessToken);
  }
}
