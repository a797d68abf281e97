package io.github.flippingbookemulator.junit;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.platform.commons.support.AnnotationSupport;

/** The extension of the annotation {@link FlippingBookEmulator}. */
final class AnnotationExtension extends EmulatorCallbacks {
  private static final Namespace NAMESPACE = Namespace.create(AnnotationExtension.class);

  /** An annotation, with the context of the class or method that has it. */
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
  ExtensionConfig config(ExtensionContext context) {
    return config(found(context));
  }

  @Override
  Optional<SharedEmulator> shared(ExtensionConfig config, ExtensionContext context) {
    return config.scope() == Scope.METHOD && config.url() == null
        ? Optional.ofNullable(store(context).get(Scope.METHOD, SharedEmulator.class))
        : Optional.of(forClass(config, context));
  }

  @Override
  SharedEmulator forClass(ExtensionConfig config, ExtensionContext context) {
    if (config.url() != null) { // a remote emulator is shared by all tests, in any scope
      return shared(context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE), config.url(), config);
    }
    return switch (config.scope()) {
      case SUITE ->
          shared(context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE), config.server(), config);
      case CLASS -> shared(store(found(context).context()), config, config);
      case METHOD -> shared(store(context), Scope.METHOD, config);
    };
  }

  @Override
  Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  private static SharedEmulator shared(Store store, Object key, ExtensionConfig config) {
    return store.getOrComputeIfAbsent(
        key, absent -> new SharedEmulator(config), SharedEmulator.class);
  }

  private ExtensionConfig config(Found found) {
    return store(found.context())
        .getOrComputeIfAbsent(
            found.element(), absent -> AnnotationReader.of(found).config(), ExtensionConfig.class);
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
