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
 * Gives each test a FlippingBook emulator that nobody else uses at that moment, as if just started.
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
 * <p>It works on a class, a method, or an annotation of your own; the nearest one counts, methods
 * before classes before the classes around them.
 *
 * <p><b>What tests can ask for</b>, in constructors, lifecycle methods, test methods and, with
 * {@link Emulated}, fields: {@code Emulator} (or {@code EmulatorControl}), {@code AccountControl},
 * {@code InboxControl} (see {@link InboxName}), {@link ApiUrl &#64;ApiUrl URI} and {@link ApiKey
 * &#64;ApiKey String}. Nothing else is touched.
 *
 * <p><b>Clean for each test.</b> Servers are kept and reset, which takes well under a millisecond.
 * Each use of a server gets an API key and an access token of its own, unless a seed, a key, or
 * accounts in a configuration file are chosen, and the server of a test that failed is stopped: a
 * thread that a test has left behind gets 403 or no connection, and an {@code Emulator} that it
 * still has is the one that has ended. What does not need a key, readers' pages and the control
 * plane at {@code /_emulator}, cannot tell such a thread from the next test.
 *
 * <p><b>Asking on behalf of a class</b>, in {@code @BeforeAll}, a static field, or the constructor
 * or a field of a {@code PER_CLASS} instance, ties one emulator to the class: its tests share
 * address and key, one after the other, and it is still reset for each. Such tests cannot run at
 * the same time, and a thread left behind by one of them can reach the next.
 *
 * <p><b>When a test fails</b>, the end of its journal is printed, and all of it is written to
 * {@code target/flippingbook-emulator/<class>/<test>.log}. The configuration parameter {@code
 * flippingbook.emulator.reports} names another folder than {@code target/flippingbook-emulator}.
 *
 * <p>{@link FlippingBookExtension} does the same in a field, for whoever needs the address early.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(AnnotationExtension.class)
public @interface FlippingBookEmulator {
  /**
   * How long an emulator keeps what it has been told.
   *
   * @return on a method, it can only be the method
   */
  Scope scope() default Scope.METHOD;

  /**
   * What keeps tests apart.
   *
   * @return {@link Isolation#ACCOUNT} only together with another scope than {@link Scope#METHOD}
   */
  Isolation isolation() default Isolation.EMULATOR;

  /**
   * What lets a test fail that has passed so far.
   *
   * @return nothing by default
   */
  Leak[] failOn() default {};

  /**
   * The configuration file to start with, in the format of the emulator's {@code --config}. Each
   * attribute here that is not at its default wins over it.
   *
   * @return a resource, named as {@link Class#getResource} of the test class takes it; none if
   *     empty
   */
  String config() default "";

  /**
   * What each test starts from, prepared by code.
   *
   * @return a class whose code runs once; none by default
   */
  Class<? extends Baseline> baseline() default Baseline.None.class;

  /**
   * What each test starts from, as a file that {@code Snapshot.write} or the control plane made.
   * Its accounts and keys take the place of the default ones.
   *
   * @return a resource, named as {@link Class#getResource} of the test class takes it; none if
   *     empty
   */
  String state() default "";

  /**
   * How fast the clock runs.
   *
   * @return emulated seconds a real second; 0 stands still
   */
  double speed() default 100;

  /**
   * What moves conversions on.
   *
   * @return the clock by default
   */
  Pace pace() default Pace.TIMED;

  /**
   * What happens to calls that come too fast.
   *
   * @return they wait by default, on the emulator's clock
   */
  RateLimit rateLimit() default RateLimit.WAIT;

  /**
   * Where files come from that are named by their address.
   *
   * @return the network by default
   */
  Fetch fetch() default Fetch.NETWORK;

  /**
   * What makes ids, keys and passwords the same in each run.
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
   * Whether object and limit errors come with HTTP 200, as in earlier editions.
   *
   * @return false by default
   */
  boolean applicationErrorsAs200() default false;

  /**
   * Whether readers' addresses are printed as production does.
   *
   * @return false by default
   */
  boolean productionUrls() default false;

  /**
   * The only API key of the default account.
   *
   * @return a new one for each use of a server if empty; {@value EmulatorOptions#DEFAULT_API_KEY}
   *     is what the emulator has outside of tests
   */
  String apiKey() default "";

  /**
   * Where an emulator of another process is, such as a container; its control plane must answer.
   * All tests share it: in scope {@link Scope#METHOD} it is reset for each, and they cannot run at
   * the same time. Tests ask for {@code EmulatorControl}, {@code AccountControl} and {@code
   * InboxControl} then, and the options are those of that process.
   *
   * @return such as {@code http://127.0.0.1:8080}, or <code>${name}</code> for a configuration
   *     parameter of JUnit or a system property that holds it; an emulator in this JVM if empty
   */
  String url() default "";

  /**
   * The port to listen on.
   *
   * @return any free one if 0
   */
  int port() default 0;
}
