package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.junit.OptionAttributes.Part;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Reads an annotation, and refuses attributes that contradict each other. */
final class AnnotationReader {
  private static final Pattern NAMED = Pattern.compile("\\$\\{(.+)}");

  private final FlippingBookEmulator annotation;
  private final String where;
  private final boolean onClass;
  private final @Nullable Path config;
  private final @Nullable Path state;
  private final @Nullable URI url;
  private final OptionAttributes attributes;

  private AnnotationReader(AnnotationExtension.Found found) {
    annotation = found.annotation();
    onClass = found.element() instanceof Class;
    where = "@FlippingBookEmulator on " + name(found.element());
    Class<?> testClass = found.context().getRequiredTestClass();
    config = resource(annotation.config(), testClass);
    state = resource(annotation.state(), testClass);
    url = url(found.context());
    attributes = new OptionAttributes(annotation);
  }

  static AnnotationReader of(AnnotationExtension.Found found) {
    return new AnnotationReader(found);
  }

  ExtensionConfig config() {
    if (!onClass && annotation.scope() != Scope.METHOD) {
      throw wrong(
          "scope = %s would reach beyond the method. Write it on the class, or leave it out."
              .formatted(annotation.scope()),
          null);
    }
    if (annotation.isolation() == Isolation.ACCOUNT && !annotation.apiKey().isEmpty()) {
      throw wrong(
          "with isolation = ACCOUNT each test has a key of its own, so apiKey = \"%s\" would be"
                  .formatted(annotation.apiKey())
              + " nobody's. Leave one of them out.",
          null);
    }
    if (annotation.seed().length > 1) {
      throw wrong("seed takes one number, not " + annotation.seed().length + ".", null);
    }
    if (url != null) {
      requireNothingOfTheProcess();
    }
    boolean byCode = annotation.baseline() != Baseline.None.class;
    if (state != null && byCode) {
      throw wrong("a test starts from a state or from a baseline. Leave one of them out.", null);
    }
    if (state != null && attributes.areGiven(Part.ACCOUNT)) {
      throw wrong(
          "apiKey and the limits of the plan are part of the state. Change them there, or write a"
              + " baseline, which is made with them.",
          null);
    }
    try {
      EmulatorOptions options = attributes.applied(Part.EMULATOR, OptionAttributes.presets(config));
      boolean freshKeys = annotation.apiKey().isEmpty() && ExtensionConfig.hasDefaultKeys(options);
      return new ExtensionConfig(
          where,
          server(),
          attributes.applied(Part.ACCOUNT, options),
          freshKeys,
          annotation.scope(),
          annotation.isolation(),
          failOn(),
          Set.of(annotation.reliesOn()),
          start(),
          url);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage(), e);
    }
  }

  /** Refuses attributes that cannot change an emulator that already runs at a URL. */
  private void requireNothingOfTheProcess() {
    if (annotation.scope() == Scope.CLASS) {
      throw wrong(
          "the emulator at url is one for all classes. Write scope = METHOD, which resets it for"
              + " each test, or scope = SUITE.",
          null);
    }
    if (config != null || attributes.areGiven(Part.EMULATOR) || attributes.areGiven(Part.ACCOUNT)) {
      throw wrong(
          "the emulator at url has the options that it was started with. Leave the others out here,"
              + " or steer it in the test: clock().speed(…), conversions().pace(…).",
          null);
    }
  }

  /** Returns the URL, which a configuration parameter or system property may hold. */
  private @Nullable URI url(ExtensionContext context) {
    String url = annotation.url();
    if (url.isEmpty()) {
      return null;
    }
    Matcher named = NAMED.matcher(url);
    if (named.matches()) {
      String name = named.group(1);
      url =
          context
              .getConfigurationParameter(name)
              .or(() -> Optional.ofNullable(System.getProperty(name)))
              .orElseThrow(
                  () ->
                      wrong(
                          "url = \"${%s}\" names a configuration parameter of JUnit or a system"
                                  .formatted(name)
                              + " property, but there is none. Set it to an address such as"
                              + " http://127.0.0.1:8080.",
                          null));
    }
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw wrong("url = \"%s\" is no URL.".formatted(url), e);
    }
  }

  private InitialState start() {
    if (state != null) {
      return InitialState.known(state, () -> InitialState.from(state));
    }
    Class<? extends Baseline> baseline = annotation.baseline();
    return baseline == Baseline.None.class
        ? InitialState.NOTHING
        : InitialState.known(
            List.of(server(), baseline), () -> InitialState.by(instance(baseline)));
  }

  private Baseline instance(Class<? extends Baseline> baseline) {
    try {
      Constructor<? extends Baseline> constructor = baseline.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw wrong(
          "baseline = %s cannot be made. It needs a constructor without parameters, and must not be"
                  .formatted(baseline.getName())
              + " an inner class: write 'static'.",
          e);
    }
  }

  private Set<Leak> failOn() {
    Set<Leak> leaks = EnumSet.noneOf(Leak.class);
    leaks.addAll(List.of(annotation.failOn()));
    return leaks;
  }

  /** Returns all attributes that make a difference to the server. */
  private Object server() {
    return List.of(
        config == null ? "" : config,
        state == null ? "" : state,
        annotation.baseline(),
        url == null ? "" : url,
        attributes.values());
  }

  private @Nullable Path resource(String name, Class<?> testClass) {
    if (name.isEmpty()) {
      return null;
    }
    URL url = testClass.getResource(name);
    if (url == null) {
      throw wrong(
          "there is no resource '%s' beside %s. A name from the root of the class path begins with '/'."
              .formatted(name, testClass.getName()),
          null);
    }
    if (!url.getProtocol().equals("file")) {
      throw wrong("the resource '%s' must be a file on disk, not %s.".formatted(name, url), null);
    }
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw wrong("the resource " + url + " cannot be read.", e);
    }
  }

  private ExtensionConfigurationException wrong(@Nullable String what, @Nullable Throwable cause) {
    return new ExtensionConfigurationException(where + ": " + what, cause);
  }

  private static String name(AnnotatedElement element) {
    return element instanceof Class<?> type ? "class " + type.getName() : "method " + element;
  }
}
