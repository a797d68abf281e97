package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.trigger.InboxControl;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What is injected into a parameter or a field.
 *
 * @param ofTest whether tests on accounts of their own get different values
 * @param resources gets the value from the resources of the test
 */
record InjectionPoint(boolean ofTest, Function<TestResources, Object> resources) {
  private static final Set<Class<?>> EMULATORS = Set.of(Emulator.class, EmulatorControl.class);

  /** Thrown for an annotation in the wrong place; the code that catches it adds the place. */
  static final class Misplaced extends RuntimeException {
    Misplaced(Class<? extends Annotation> annotation, String use) {
      super("@" + annotation.getSimpleName() + " " + use, null, false, false);
    }
  }

  /**
   * Reads a parameter or field. Without an annotation of this extension, only types of the emulator
   * give a result.
   *
   * @throws Misplaced if an annotation does not fit the type
   */
  static Optional<InjectionPoint> of(AnnotatedElement element, Class<?> type) {
    Optional<InboxName> inbox = find(element, InboxName.class);
    if (find(element, ApiKey.class).isPresent()) {
      require(type == String.class, ApiKey.class, "goes with the type String");
      return Optional.of(new InjectionPoint(true, resources -> resources.account().apiKey()));
    }
    if (find(element, ApiUrl.class).isPresent()) {
      require(type == URI.class || type == String.class, ApiUrl.class, "goes with URI or String");
      return Optional.of(
          new InjectionPoint(false, resources -> address(resources.emulator().apiUrl(), type)));
    }
    if (inbox.isPresent()) {
      require(type == InboxControl.class, InboxName.class, "goes with InboxControl");
    }
    if (type == InboxControl.class) {
      String name = inbox.map(InboxName::value).orElse(InboxName.DEFAULT);
      requireName(name);
      return Optional.of(new InjectionPoint(true, resources -> resources.inbox(name)));
    }
    if (EMULATORS.contains(type)) {
      return Optional.of(new InjectionPoint(false, resources -> as(type, resources.emulator())));
    }
    if (type == AccountControl.class) {
      return Optional.of(new InjectionPoint(true, resources -> resources.account()));
    }
    require(
        find(element, Emulated.class).isEmpty(),
        Emulated.class,
        "goes with Emulator, EmulatorControl, AccountControl and InboxControl; a URI has @ApiUrl, a"
            + " key @ApiKey");
    return Optional.empty();
  }

  private static Object as(Class<?> type, Object granted) {
    if (!type.isInstance(granted)) {
      throw new ExtensionConfigurationException(
          "the emulator at url is in another process; ask for %sControl instead of %s."
              .formatted(type.getSimpleName(), type.getSimpleName()));
    }
    return granted;
  }

  private static Object address(URI url, Class<?> type) {
    return type == URI.class ? url : url.toString();
  }

  private static <A extends Annotation> Optional<A> find(AnnotatedElement element, Class<A> type) {
    return AnnotationSupport.findAnnotation(element, type);
  }

  private static void requireName(String name) {
    try {
      InboxControl.requireName(name);
    } catch (IllegalArgumentException e) {
      throw new Misplaced(InboxName.class, "is wrong: " + e.getMessage());
    }
  }

  private static void require(boolean right, Class<? extends Annotation> annotation, String use) {
    if (!right) {
      throw new Misplaced(annotation, use);
    }
  }
}
