package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.source.Fetch;
import io.github.flippingbookemulator.source.Pace;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test a FlippingBook emulator that no other test uses at that time, as if just started.
 *
 * <pre>{@code
 * @FlippingBookEmulator
 * class CatalogPublisherTest {
 *   @Test
 *   void publishes_a_catalog(Emulator flippingBook) {
 *     var publisher = new CatalogPublisher(flippingBook.apiUrl(), flippingBook.apiKey());
 *     String id = publisher.publish("Spring catalog", pdf);
 *     flippingBook.conversions().finishAll();
 *     assertThat(flippingBook.publications().get(id).content().totalPages()).isEqualTo(12);
 *   }
 *
 *   @Test
 *   @FlippingBookEmulator(rateLimit = RateLimit.REJECT, failOn = Leak.SWALLOWED_RATE_LIMITS)
 *   void slows_down_when_told_to(@ApiUrl URI url, @ApiKey String key) { … }
 * }
 * }</pre>
 *
 * <p>It can be on a class, a method, or an annotation of your own. The nearest one applies: methods
 * before classes, and these before their enclosing classes.
 *
 * <p><b>What is injected</b> into constructors, lifecycle methods, test methods and, with {@link
 * Emulated}, fields: {@code Emulator} (or {@code EmulatorControl}), {@code AccountControl}, {@code
 * InboxControl} (see {@link InboxName}), {@link ApiUrl &#64;ApiUrl URI} and {@link ApiKey
 * &#64;ApiKey String}. Other parameters and fields are left to other extensions.
 *
 * <p><b>Clean for each test.</b> Servers are kept and reset, which takes well under a millisecond.
 * Each use of a server gets an API key and an access token of its own, unless a seed, a key, or
 * accounts in a configuration file are chosen. The server of a test that failed is stopped. So a
 * thread that a test has left behind gets 403 or no connection, and an {@code Emulator} that it
 * still has shows the ended instance. Readers' pages and the control plane at {@code /_emulator}
 * need no key, so they cannot distinguish such a thread from the next test.
 *
 * <p><b>Injection for a class</b>, in {@code @BeforeAll}, a static field, or the constructor or a
 * field of a {@code PER_CLASS} instance, binds one emulator to the class: its tests use the same
 * address and key one after the other, and it is still reset for each. Such tests cannot run at the
 * same time, and a thread left behind by one of them can reach the next.
 *
 * <p><b>When a test fails</b>, the end of its journal is printed, and all of it is written to
 * {@code target/flippingbook-emulator/<class>/<test>.log}. The configuration parameter {@code
 * flippingbook.emulator.reports} names another folder than {@code target/flippingbook-emulator}.
 *
 * <p>{@link FlippingBookExtension} does the same in a field, for tests that need the address early.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(AnnotationExtension.class)
public @interface FlippingBookEmulator {
  /**
   * How long an emulator keeps its state.
   *
   * @return the scope; on a method, only {@link Scope#METHOD} is allowed
   */
  Scope scope() default Scope.METHOD;

  /**
   * What separates tests from each other.
   *
   * @return {@link Isolation#ACCOUNT} only together with another scope than {@link Scope#METHOD}
   */
  Isolation isolation() default Isolation.EMULATOR;

  /**
   * Which leaks make a passed test fail.
   *
   * @return none by default
   */
  Leak[] failOn() default {};

  /**
   * The undocumented behaviors that tests may rely on although {@link Leak#GUESSES} is chosen.
   *
   * @return ids of statements, such as {@code link.without-title}; none by default
   */
  String[] reliesOn() default {};

  /**
   * The configuration file to start with, in the format of the emulator's {@code --config}. Each
   * attribute here that does not have its default value overrides it.
   *
   * @return the name of a resource for {@link Class#getResource} of the test class; none if empty
   */
  String config() default "";

  /**
   * The state that each test starts from, prepared by code.
   *
   * @return a class whose code runs once; none by default
   */
  Class<? extends Baseline> baseline() default Baseline.None.class;

  /**
   * The state that each test starts from, as a file that {@code Snapshot.write} or the control
   * plane made. Its accounts and keys replace the default ones.
   *
   * @return the name of a resource for {@link Class#getResource} of the test class; none if empty
   */
  String state() default "";

  /**
   * How fast the clock runs.
   *
   * @return emulated seconds per real second; 0 freezes the clock
   */
  double speed() default 100;

  /**
   * What makes conversions progress.
   *
   * @return the clock by default
   */
  Pace pace() default Pace.TIMED;

  /**
   * What happens to calls above the rate limit.
   *
   * @return they wait by default, on the emulator's clock
   */
  RateLimit rateLimit() default RateLimit.WAIT;

  /**
   * Where files come from that clients give by URL.
   *
   * @return the network by default
   */
  Fetch fetch() default Fetch.NETWORK;

  /**
   * The seed that makes ids, keys and passwords the same in each run.
   *
   * @return one number; none by default
   */
  long[] seed() default {};

  /**
   * The plan's limit of publications.
   *
   * @return 0 or more; unlimited by default
   */
  int maxPublications() default Integer.MAX_VALUE;

  /**
   * The plan's limit of tracked links.
   *
   * @return 0 or more; unlimited by default
   */
  int maxTrackedLinks() default Integer.MAX_VALUE;

  /**
   * The plan's limit of triggers.
   *
   * @return 0 or more; unlimited by default
   */
  int maxTriggers() default Integer.MAX_VALUE;

  /**
   * Whether the plan has custom domains.
   *
   * @return true by default
   */
  boolean customDomains() default true;

  /**
   * Whether errors have the flat form of the reference pages of the single calls.
   *
   * @return false by default
   */
  boolean flatErrors() default false;

  /**
   * Whether object and limit errors have HTTP status 200, as in earlier editions.
   *
   * @return false by default
   */
  boolean applicationErrorsAs200() default false;

  /**
   * Whether responses have readers' addresses as in production, which lead to the real service.
   *
   * @return false by default
   */
  boolean productionUrls() default false;

  /**
   * The only API key of the default account.
   *
   * @return the key; if empty, a new one for each use of a server. Outside of tests, an emulator
   *     has {@value EmulatorOptions#DEFAULT_API_KEY}
   */
  String apiKey() default "";

  /**
   * The URL of an emulator in another process, such as a container; its control plane must be
   * reachable. All tests share it: in scope {@link Scope#METHOD} it is reset for each, and they
   * cannot run at the same time. Tests use {@code EmulatorControl}, {@code AccountControl} and
   * {@code InboxControl} then, and the options are those of that process.
   *
   * @return such as {@code http://127.0.0.1:8080}, or <code>${name}</code> for a configuration
   *     parameter of JUnit or a system property that holds it; an emulator in this JVM if empty
   */
  String url() default "";

  /**
   * The port to listen on.
   *
   * @return the port; 0 for any free one
   */
  int port() default 0;
}
