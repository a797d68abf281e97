package io.github.flippingbookemulator.junit;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.platform.commons.support.AnnotationSupport;

/** The extension behind {@link FlippingBookEmulator}. */
final class AnnotationExtension extends EmulatorCallbacks {
  private static final Namespace NAMESPACE = Namespace.create(AnnotationExtension.class);

  /** An annotation, with the context of the class or method that bears it. */
  record Found(
      FlippingBookEmulator annotation, AnnotatedElement element, ExtensionContext context) {}

  /** Finds the nearest annotation, from the test outwards. */
  static Optional<Found> find(ExtensionContext context) {
    for (Optional<ExtensionContext> each = Optional.of(context);
        each.isPresent();
        each = each.get().getParent()) {
      Optional<AnnotatedElement> element = each.get().getElement();
      var annotation = AnnotationSupport.findAnnotation(element, FlippingBookEmulator.class);
      if (annotation.isPresent()) {
        return Optional.of(new Found(annotation.get(), element.orElseThrow(), each.get()));
      }
    }
    return Optional.empty();
  }

  @Override
  Setup setup(ExtensionContext context) {
    return setup(found(context));
  }

  @Override
  Optional<SharedEmulator> shared(Setup setup, ExtensionContext context) {
    return setup.scope() == Scope.METHOD && setup.url() == null
        ? Optional.ofNullable(store(context).get(Scope.METHOD, SharedEmulator.class))
        : Optional.of(forClass(setup, context));
  }

  @Override
  SharedEmulator forClass(Setup setup, ExtensionContext context) {
    if (setup.url() != null) { // it is one for all, whoever asks
      return shared(context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE), setup.url(), setup);
    }
    return switch (setup.scope()) {
      case SUITE ->
          shared(context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE), setup.server(), setup);
      case CLASS -> shared(store(found(context).context()), setup, setup);
      case METHOD -> shared(store(context), Scope.METHOD, setup);
    };
  }

  @Override
  Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  private static SharedEmulator shared(Store store, Object key, Setup setup) {
    return store.getOrComputeIfAbsent(
        key, absent -> new SharedEmulator(setup), SharedEmulator.class);
  }

  private Setup setup(Found found) {
    return store(found.context())
        .getOrComputeIfAbsent(found.element(), absent -> Attributes.of(found).setup(), Setup.class);
  }

  private static Found found(ExtensionContext context) {
    return find(context)
        .orElseThrow(
            () ->
                new ExtensionConfigurationException(
                    "@FlippingBookEmulator is neither on %s nor around it; put it there."
                        .formatted(context.getElement().orElseThrow())));
  }
}
