package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.snapshot.Snapshot;
import java.net.URI;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Does what {@link FlippingBookEmulator} does, in a field: for tests that need address and key
 * early, as with Spring's {@code @DynamicPropertySource}, or options that the annotation does not
 * have.
 *
 * <pre>{@code
 * @SpringBootTest
 * class CatalogPublisherTest {
 *   @RegisterExtension
 *   static final FlippingBookExtension FLIPPING_BOOK = FlippingBookExtension.create();
 *
 *   @DynamicPropertySource
 *   static void properties(DynamicPropertyRegistry registry) {
 *     registry.add("flippingbook.url", FLIPPING_BOOK::apiUrl);
 *     registry.add("flippingbook.key", FLIPPING_BOOK::apiKey);
 *   }
 *
 *   @Test
 *   void publishes(@Autowired CatalogPublisher publisher, Emulator flippingBook) { … }
 * }
 * }</pre>
 *
 * <p>A field has one emulator, with the same address and key for all tests that use the field. It
 * starts at the first use, which may be before JUnit starts the class, and stops after the last
 * class that uses the field; in scope {@link Scope#SUITE}, after the last test of all. In scope
 * {@link Scope#METHOD} it is reset for each test; such tests cannot run at the same time, unless
 * the field is not static and its test instances are not shared.
 *
 * <p>If the field is in a common base class and the application under test is started once, choose
 * the scope {@code SUITE}. Otherwise the address changes while the application is running.
 */
public final class FlippingBookExtension extends EmulatorCallbacks {
  private final Namespace namespace = Namespace.create(FlippingBookExtension.class, this);
  private final ExtensionConfig config;
  private @Nullable SharedEmulator emulator;
  private int users;

  private FlippingBookExtension(ExtensionConfig config) {
    this.config = config;
  }

  /**
   * Makes an extension whose emulator is reset for each test, with a clock that runs at a hundred
   * times real speed.
   *
   * @return the value of a field with {@link RegisterExtension}
   */
  public static FlippingBookExtension create() {
    return builder().build();
  }

  /**
   * Makes a builder with the options of {@link #create}.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the emulator; starts it, if that has not happened yet.
   *
   * @return the emulator, the same for all tests that use this field
   * @throws ExtensionConfigurationException if it cannot listen on its port
   */
  public Emulator emulator() {
    return (Emulator) running().emulator(); // the emulator of a field is never remote
  }

  /**
   * Returns the base URL for clients; starts the emulator, if that has not happened yet.
   *
   * @return {@code http://host:port/api/v1}
   */
  public URI apiUrl() {
    return emulator().apiUrl();
  }

  /**
   * Returns the API key of the default account; starts the emulator, if that has not happened yet.
   *
   * @return a key that stays the same when the emulator is reset
   */
  public String apiKey() {
    return emulator().apiKey();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    forClass(config, context);
    super.beforeAll(context);
  }

  @Override
  ExtensionConfig config(ExtensionContext context) {
    AnnotationExtension.find(context)
        .ifPresent(
            found -> {
              throw new ExtensionConfigurationException(
                  "@FlippingBookEmulator on %s and a field with FlippingBookExtension both give"
                          .formatted(found.element())
                      + " it an emulator; keep one of them.");
            });
    return config;
  }

  @Override
  Optional<SharedEmulator> shared(ExtensionConfig same, ExtensionContext context) {
    return Optional.of(forClass(same, context));
  }

  /** Keeps the emulator running as long as this context exists, including the contexts below it. */
  @Override
  SharedEmulator forClass(ExtensionConfig same, ExtensionContext context) {
    Store store =
        same.scope() == Scope.SUITE
            ? context.getStore(StoreScope.LAUNCHER_SESSION, namespace)
            : store(context);
    store.getOrComputeIfAbsent(FlippingBookExtension.class, absent -> use(), AutoCloseable.class);
    return running();
  }

  @Override
  Store store(ExtensionContext context) {
    return context.getStore(namespace);
  }

  private synchronized SharedEmulator running() {
    if (emulator == null) {
      emulator = new SharedEmulator(config);
    }
    return emulator;
  }

  private synchronized AutoCloseable use() {
    users++;
    return this::endUse;
  }

  private synchronized void endUse() {
    users--;
    if (users == 0 && emulator != null) {
      emulator.close();
      emulator = null;
    }
  }

  /** Builds a {@link FlippingBookExtension}. */
  public static final class Builder {
    private EmulatorOptions options = EmulatorOptions.defaults().speed(100);
    private Scope scope = Scope.METHOD;
    private Isolation isolation = Isolation.EMULATOR;
    private final Set<Leak> failOn = EnumSet.noneOf(Leak.class);
    private final Set<String> reliesOn = new HashSet<>();
    private InitialState start = InitialState.NOTHING;

    private Builder() {}

    /**
     * Sets the options of the emulator.
     *
     * @param options all options; by default those of the emulator, with a speed of 100
     * @return this builder
     */
    public Builder options(EmulatorOptions options) {
      this.options = options;
      return this;
    }

    /**
     * Sets how long the emulator keeps its state.
     *
     * @param scope {@link Scope#METHOD} by default
     * @return this builder
     */
    public Builder scope(Scope scope) {
      this.scope = scope;
      return this;
    }

    /**
     * Sets what separates tests from each other.
     *
     * @param isolation {@link Isolation#EMULATOR} by default
     * @return this builder
     */
    public Builder isolation(Isolation isolation) {
      this.isolation = isolation;
      return this;
    }

    /**
     * Adds leaks that make a passed test fail.
     *
     * @param leaks the leaks; none by default
     * @return this builder
     */
    public Builder failOn(Leak... leaks) {
      failOn.addAll(List.of(leaks));
      return this;
    }

    /**
     * Adds undocumented behaviors that tests may rely on although {@link Leak#GUESSES} is chosen.
     *
     * @param ids ids of statements, such as {@code link.without-title}; none by default
     * @return this builder
     */
    public Builder reliesOn(String... ids) {
      reliesOn.addAll(List.of(ids));
      return this;
    }

    /**
     * Sets the code that prepares the state that each test starts from.
     *
     * @param baseline the code, which runs once
     * @return this builder
     */
    public Builder baseline(Baseline baseline) {
      start = InitialState.by(baseline);
      return this;
    }

    /**
     * Sets the state that each test starts from.
     *
     * @param state the state; its accounts and keys replace those of the options
     * @return this builder
     */
    public Builder state(Snapshot state) {
      start = InitialState.with(state);
      return this;
    }

    /**
     * Makes the extension; no emulator is started yet.
     *
     * @return the value of a field with {@link RegisterExtension}
     * @throws ExtensionConfigurationException if the settings contradict each other
     */
    public FlippingBookExtension build() {
      return new FlippingBookExtension(
          new ExtensionConfig(
              "FlippingBookExtension",
              new Object(),
              options,
              ExtensionConfig.hasDefaultKeys(options),
              scope,
              isolation,
              EnumSet.copyOf(failOn),
              Set.copyOf(reliesOn),
              start,
              null));
    }
  }
}
