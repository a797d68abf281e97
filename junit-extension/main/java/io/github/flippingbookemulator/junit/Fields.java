package io.github.flippingbookemulator.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The fields of a test class to inject into, inherited ones included. */
final class Fields {
  private static final List<Class<? extends Annotation>> ASKING =
      List.of(Emulated.class, ApiKey.class, ApiUrl.class, InboxName.class);

  private final List<Asking> ofClass = new ArrayList<>();
  private final List<Asking> ofInstance = new ArrayList<>();

  private record Asking(Field field, InjectionPoint injectionPoint) {}

  /**
   * Finds the fields.
   *
   * @throws ExtensionConfigurationException if a field is final or has the wrong type
   */
  Fields(Class<?> type) {
    for (Field field :
        ReflectionSupport.findFields(type, Fields::asks, HierarchyTraversalMode.TOP_DOWN)) {
      boolean isStatic = Modifier.isStatic(field.getModifiers());
      (isStatic ? ofClass : ofInstance).add(new Asking(field, injectionPoint(field)));
    }
  }

  boolean asksForClass() {
    return !ofClass.isEmpty();
  }

  boolean asksForInstance(Predicate<InjectionPoint> which) {
    return ofInstance.stream().map(Asking::injectionPoint).anyMatch(which);
  }

  void setOfClass(TestResources resources) {
    ofClass.forEach(each -> set(each, null, resources));
  }

  void setOfInstance(Object instance, TestResources resources, Predicate<InjectionPoint> which) {
    for (Asking each : ofInstance) {
      if (which.test(each.injectionPoint)) {
        set(each, instance, resources);
      }
    }
  }

  private static boolean asks(Field field) {
    return ASKING.stream().anyMatch(type -> AnnotationSupport.isAnnotated(field, type));
  }

  private static InjectionPoint injectionPoint(Field field) {
    if (Modifier.isFinal(field.getModifiers())) {
      throw new ExtensionConfigurationException(
          name(field) + " is to be set before each test and therefore cannot be final");
    }
    try {
      return InjectionPoint.of(field, field.getType()).orElseThrow();
    } catch (InjectionPoint.Misplaced e) {
      throw new ExtensionConfigurationException(name(field) + ": " + e.getMessage(), e);
    }
  }

  private static void set(Asking asking, @Nullable Object instance, TestResources resources) {
    try {
      ReflectionSupport.makeAccessible(asking.field)
          .set(instance, asking.injectionPoint.resources().apply(resources));
    } catch (IllegalAccessException e) {
      throw new ExtensionConfigurationException(name(asking.field) + " cannot be set", e);
    }
  }

  private static String name(Field field) {
    return "The field '" + field.getName() + "' of " + field.getDeclaringClass().getName();
  }
}
