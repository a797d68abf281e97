package io.github.flippingbookemulator;

import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.account.Plan;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.internal.http.ControlOptions;
import io.github.flippingbookemulator.internal.http.GatewayOptions;
import io.github.flippingbookemulator.internal.source.ConversionOptions;
import io.github.flippingbookemulator.internal.tls.HostNames;
import io.github.flippingbookemulator.source.ConversionTimes;
import io.github.flippingbookemulator.source.Fetch;
import io.github.flippingbookemulator.source.Pace;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an emulator starts with. Options are immutable: a method that sets one returns a copy.
 *
 * <pre>{@code
 * EmulatorOptions.defaults().speed(100).pace(Pace.PER_POLL)
 * }</pre>
 */
public final class EmulatorOptions implements Cloneable {
  /** The API key of the default account where no other is chosen. */
  public static final String DEFAULT_API_KEY = "emulator-key";

  /** The access token of the default account where no other is chosen. */
  public static final String DEFAULT_ACCESS_TOKEN = "emulator-token";

  private static final AccountOptions DEFAULT_ACCOUNT =
      new AccountOptions(
          null,
          DEFAULT_ACCESS_TOKEN,
          List.of(DEFAULT_API_KEY),
          Plan.UNLIMITED,
          List.of(),
          List.of());

  private String host = "127.0.0.1";
  private int port = 0;
  private HttpsOptions https = HttpsOptions.OFF;
  private double speed = 1;
  private Duration trashRetention = Duration.ofDays(30);
  private boolean productionUrls = false;
  private RateLimit rateLimit = RateLimit.WAIT;
  private int maxWaiting = 30;
  private boolean flatErrors = false;
  private boolean applicationErrorsAs200 = false;
  private List<String> corsOrigins = List.of();
  private ControlOptions control = ControlOptions.OPEN;
  private LogLevel log = LogLevel.DEFAULT;
  private LogFormat logFormat = LogFormat.TEXT;
  private Pace pace = Pace.TIMED;
  private Fetch fetch = Fetch.NETWORK;
  private Duration fetchTimeout = Duration.ofSeconds(30);
  private Duration webhookTimeout = Duration.ofSeconds(10);
  private ConversionTimes conversionTimes = ConversionTimes.defaults();
  private List<AccountOptions> accounts = List.of(DEFAULT_ACCOUNT);
  private Map<String, Path> registeredFiles = Map.of();
  private OptionalLong seed = OptionalLong.empty();
  private @Nullable URI publicUrl;
  private @Nullable Path state;

  private EmulatorOptions() {}

  /**
   * Returns the options of an emulator on a free loopback port, in real time, without limits of the
   * plan.
   *
   * @return the defaults
   */
  public static EmulatorOptions defaults() {
    return new EmulatorOptions();
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
    try {
      return FileSettings.apply(this, file);
    } catch (StartFailure e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Whether a server that was started with the other options can serve under these. */
  boolean hasSameServerAs(EmulatorOptions other) {
    return host.equals(other.host)
        && port == other.port
        && https.equals(other.https)
        && corsOrigins.equals(other.corsOrigins);
  }

  String host() {
    return host;
  }

  /**
   * Sets the address to listen on.
   *
   * @param host loopback by default
   * @return a copy with it
   */
  public EmulatorOptions host(String host) {
    return with(copy -> copy.host = host);
  }

  int port() {
    return port;
  }

  /**
   * Sets the port to listen on, 1 to 65535; 0 for any free one.
   *
   * @param port 0 by default
   * @return a copy with it
   */
  public EmulatorOptions port(int port) {
    requirePort(port);
    return with(copy -> copy.port = port);
  }

  HttpsOptions https() {
    return https;
  }

  /**
   * Sets the port to listen on for HTTPS, too, 1 to 65535; 0 for any free one.
   *
   * @param httpsPort none by default
   * @return a copy with it
   */
  public EmulatorOptions httpsPort(int httpsPort) {
    requirePort(httpsPort);
    return with(copy -> copy.https = https.withPort(httpsPort));
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
    for (String name : httpsHostNames) {
      if (!HostNames.isUsable(name)) {
        throw new IllegalArgumentException("'" + name + "' is no host name and no IP address");
      }
    }
    return with(copy -> copy.https = https.withHostNames(httpsHostNames));
  }

  /**
   * Sets the certificate to show instead of a generated one.
   *
   * @param certificates a PEM file: the certificate, and those of its issuers after it
   * @param key a PEM file with its RSA or EC key, not encrypted; may be the same file
   * @return a copy with them
   */
  public EmulatorOptions httpsCertificate(Path certificates, Path key) {
    return httpsCertificate(certificates).httpsKey(key);
  }

  EmulatorOptions httpsCertificate(Path certificates) {
    return with(copy -> copy.https = https.withCertificateFile(certificates));
  }

  EmulatorOptions httpsKey(Path key) {
    return with(copy -> copy.https = https.withKeyFile(key));
  }

  double speed() {
    return speed;
  }

  /**
   * Sets how fast the clock runs: emulated seconds a real second, 0 (frozen) or more.
   *
   * @param speed 1 by default
   * @return a copy with it
   */
  public EmulatorOptions speed(double speed) {
    if (!(speed >= 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("speed is a number from 0 (frozen) up, not " + speed);
    }
    return with(copy -> copy.speed = speed);
  }

  Duration trashRetention() {
    return trashRetention;
  }

  /**
   * Sets how long a deleted publication can still be read, on the emulator's clock.
   *
   * @param trashRetention 30 days by default (E)
   * @return a copy with it
   */
  public EmulatorOptions trashRetention(Duration trashRetention) {
    if (trashRetention.isNegative()) {
      throw new IllegalArgumentException("the trash retention is zero or more");
    }
    return with(copy -> copy.trashRetention = trashRetention);
  }

  boolean productionUrls() {
    return productionUrls;
  }

  /**
   * Sets whether readers' addresses are printed as production does, rather than so that they can be
   * fetched here.
   *
   * @param productionUrls false by default (E)
   * @return a copy with it
   */
  public EmulatorOptions productionUrls(boolean productionUrls) {
    return with(copy -> copy.productionUrls = productionUrls);
  }

  RateLimit rateLimit() {
    return rateLimit;
  }

  /**
   * Sets what happens to calls that come faster than the rate limit allows.
   *
   * @param rateLimit they wait by default
   * @return a copy with it
   */
  public EmulatorOptions rateLimit(RateLimit rateLimit) {
    return with(copy -> copy.rateLimit = rateLimit);
  }

  int maxWaiting() {
    return maxWaiting;
  }

  /**
   * Sets how many calls of one key may wait at once; one more is refused.
   *
   * @param maxWaiting 30 by default (E)
   * @return a copy with it
   */
  public EmulatorOptions maxWaiting(int maxWaiting) {
    if (maxWaiting < 0) {
      throw new IllegalArgumentException("max waiting is 0 or more, not " + maxWaiting);
    }
    return with(copy -> copy.maxWaiting = maxWaiting);
  }

  boolean flatErrors() {
    return flatErrors;
  }

  /**
   * Sets whether errors have the flat form of the reference pages of the single calls.
   *
   * @param flatErrors false by default
   * @return a copy with it
   */
  public EmulatorOptions flatErrors(boolean flatErrors) {
    return with(copy -> copy.flatErrors = flatErrors);
  }

  boolean applicationErrorsAs200() {
    return applicationErrorsAs200;
  }

  /**
   * Sets whether object and limit errors come with HTTP 200, as in earlier editions (H).
   *
   * @param applicationErrorsAs200 false by default
   * @return a copy with it
   */
  public EmulatorOptions applicationErrorsAs200(boolean applicationErrorsAs200) {
    return with(copy -> copy.applicationErrorsAs200 = applicationErrorsAs200);
  }

  List<String> corsOrigins() {
    return corsOrigins;
  }

  /**
   * Sets the origins whose pages may call the emulated API.
   *
   * @param corsOrigins none by default (E)
   * @return a copy with it
   */
  public EmulatorOptions corsOrigins(List<String> corsOrigins) {
    return with(copy -> copy.corsOrigins = List.copyOf(corsOrigins));
  }

  ControlOptions control() {
    return control;
  }

  /**
   * Sets whether there is a control plane under {@code /_emulator}. Without it, health and the
   * receiving of webhooks remain; in Java, everything does.
   *
   * @param on true by default
   * @return a copy with it
   */
  public EmulatorOptions control(boolean on) {
    return control(new ControlOptions(on, control.token(), control.hosts()));
  }

  /**
   * Sets what callers of the control plane have to show, as a bearer token. Health, and the
   * receiving of webhooks, remain open to all.
   *
   * @param token signs of ASCII without blanks; none is wanted by default
   * @return a copy with it
   */
  public EmulatorOptions controlToken(String token) {
    if (!token.matches("[!-~]+")) {
      throw new IllegalArgumentException(
          "a token consists of letters, digits and signs of ASCII, without spaces");
    }
    return control(new ControlOptions(control.on(), token, control.hosts()));
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
    return control(new ControlOptions(control.on(), control.token(), hosts));
  }

  private EmulatorOptions control(ControlOptions control) {
    return with(copy -> copy.control = control);
  }

  Optional<StateFile> state() {
    return Optional.ofNullable(state).map(StateFile::new);
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
    return with(copy -> copy.state = state);
  }

  LogLevel log() {
    return log;
  }

  /**
   * Sets how much is logged.
   *
   * @param log what fails that a client has begun, by default
   * @return a copy with it
   */
  public EmulatorOptions log(LogLevel log) {
    return with(copy -> copy.log = log);
  }

  LogFormat logFormat() {
    return logFormat;
  }

  /** Sets what the log of a process looks like; an application decides on its own log. */
  EmulatorOptions logFormat(LogFormat logFormat) {
    return with(copy -> copy.logFormat = logFormat);
  }

  Pace pace() {
    return pace;
  }

  /**
   * Sets what moves conversions on.
   *
   * @param pace the emulator's clock by default
   * @return a copy with it
   */
  public EmulatorOptions pace(Pace pace) {
    return with(copy -> copy.pace = pace);
  }

  Fetch fetch() {
    return fetch;
  }

  /**
   * Sets where files come from that a client names by their address.
   *
   * @param fetch the network by default
   * @return a copy with it
   */
  public EmulatorOptions fetch(Fetch fetch) {
    return with(copy -> copy.fetch = fetch);
  }

  Duration fetchTimeout() {
    return fetchTimeout;
  }

  /**
   * Sets how long a download may take as a whole, in real time.
   *
   * @param fetchTimeout 30 s by default (E)
   * @return a copy with it
   */
  public EmulatorOptions fetchTimeout(Duration fetchTimeout) {
    if (fetchTimeout.isNegative() || fetchTimeout.isZero()) {
      throw new IllegalArgumentException("a download needs some time");
    }
    return with(copy -> copy.fetchTimeout = fetchTimeout);
  }

  Duration webhookTimeout() {
    return webhookTimeout;
  }

  /**
   * Sets how long a webhook may take to answer, in real time.
   *
   * @param webhookTimeout 10 s by default (E)
   * @return a copy with it
   */
  public EmulatorOptions webhookTimeout(Duration webhookTimeout) {
    if (webhookTimeout.isNegative() || webhookTimeout.isZero()) {
      throw new IllegalArgumentException("a webhook needs some time");
    }
    return with(copy -> copy.webhookTimeout = webhookTimeout);
  }

  ConversionTimes conversionTimes() {
    return conversionTimes;
  }

  /**
   * Sets how long the stages of a conversion take.
   *
   * @param conversionTimes 1 s, 2 s and 50 ms a page by default (E)
   * @return a copy with it
   */
  public EmulatorOptions conversionTimes(ConversionTimes conversionTimes) {
    return with(copy -> copy.conversionTimes = conversionTimes);
  }

  /**
   * Returns the accounts to start with.
   *
   * @return at least one; the first is the default account
   */
  public List<AccountOptions> accounts() {
    return accounts;
  }

  /**
   * Sets the accounts to start with, at least one; the first is the default account.
   *
   * @param accounts one by default
   * @return a copy with it
   */
  public EmulatorOptions accounts(List<AccountOptions> accounts) {
    if (accounts.isEmpty()) {
      throw new IllegalArgumentException("an emulator has at least one account");
    }
    return with(copy -> copy.accounts = List.copyOf(accounts));
  }

  Map<String, Path> registeredFiles() {
    return registeredFiles;
  }

  /**
   * Sets the files on disk that sources can name by address without using the network.
   *
   * @param registeredFiles none by default
   * @return a copy with it
   */
  public EmulatorOptions registeredFiles(Map<String, Path> registeredFiles) {
    return with(copy -> copy.registeredFiles = Map.copyOf(registeredFiles));
  }

  /**
   * Returns what ids, keys and passwords depend on.
   *
   * @return the seed, if one was chosen
   */
  public OptionalLong seed() {
    return seed;
  }

  /**
   * Sets what ids, keys and passwords depend on, so that the same calls give the same ones.
   *
   * @param seed any number
   * @return a copy with it
   */
  public EmulatorOptions seed(long seed) {
    return with(copy -> copy.seed = OptionalLong.of(seed));
  }

  Optional<URI> publicUrl() {
    return Optional.ofNullable(publicUrl);
  }

  /**
   * Sets what absolute URLs begin with, for an emulator behind another address than its own.
   *
   * @param publicUrl an absolute http or https URL
   * @return a copy with it
   */
  public EmulatorOptions publicUrl(URI publicUrl) {
    if (publicUrl.getHost() == null || !String.valueOf(publicUrl.getScheme()).matches("https?")) {
      throw new IllegalArgumentException(
          "the public URL is an absolute http or https URL, not '" + publicUrl + "'");
    }
    return with(copy -> copy.publicUrl = publicUrl);
  }

  /**
   * Sets the API key of the default account.
   *
   * @param apiKey its only key; {@value #DEFAULT_API_KEY} by default
   * @return a copy with it
   */
  public EmulatorOptions apiKey(String apiKey) {
    return defaultAccount(account -> account.withApiKey(apiKey));
  }

  /**
   * Sets the access token of the default account.
   *
   * @param accessToken its token; {@value #DEFAULT_ACCESS_TOKEN} by default
   * @return a copy with it
   */
  public EmulatorOptions accessToken(String accessToken) {
    return defaultAccount(account -> account.withAccessToken(accessToken));
  }

  GatewayOptions gateway() {
    return new GatewayOptions(
        rateLimit,
        maxWaiting,
        flatErrors,
        applicationErrorsAs200,
        publicUrl,
        corsOrigins,
        new ControlOptions(control.on(), control.token(), hosts()),
        log == LogLevel.REQUESTS);
  }

  ConversionOptions conversion() {
    return new ConversionOptions(pace, conversionTimes, fetch);
  }

  private EmulatorOptions defaultAccount(UnaryOperator<AccountOptions> change) {
    List<AccountOptions> changed = new ArrayList<>(accounts);
    changed.set(0, change.apply(accounts.get(0)));
    return accounts(changed);
  }

  private static void requirePort(int port) {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
    }
  }

  /** By which names of its own it can be called. */
  private List<String> hosts() {
    List<String> hosts = new ArrayList<>(control.hosts());
    hosts.addAll(https.hostNames());
    hosts.add(host);
    return hosts;
  }

  private EmulatorOptions with(Consumer<EmulatorOptions> change) {
    try {
      EmulatorOptions copy = (EmulatorOptions) clone();
      change.accept(copy);
      return copy;
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e);
    }
  }
}
