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

/** The fields of a test class that ask for something, inherited ones included. */
final class Fields {
  private static final List<Class<? extends Annotation>> ASKING =
      List.of(Emulated.class, ApiKey.class, ApiUrl.class, InboxName.class);

  private final List<Asking> ofClass = new ArrayList<>();
  private final List<Asking> ofInstance = new ArrayList<>();

  private record Asking(Field field, Wish wish) {}

  /**
   * Finds them.
   *
   * @throws ExtensionConfigurationException if one cannot be given what it asks for
   */
  Fields(Class<?> type) {
    for (Field field :
        ReflectionSupport.findFields(type, Fields::asks, HierarchyTraversalMode.TOP_DOWN)) {
      boolean isStatic = Modifier.isStatic(field.getModifiers());
      (isStatic ? ofClass : ofInstance).add(new Asking(field, wish(field)));
    }
  }

  boolean asksForClass() {
    return !ofClass.isEmpty();
  }

  boolean asksForInstance(Predicate<Wish> which) {
    return ofInstance.stream().map(Asking::wish).anyMatch(which);
  }

  void setOfClass(Grant grant) {
    ofClass.forEach(each -> set(each, null, grant));
  }

  void setOfInstance(Object instance, Grant grant, Predicate<Wish> which) {
    for (Asking each : ofInstance) {
      if (which.test(each.wish)) {
        set(each, instance, grant);
      }
    }
  }

  private static boolean asks(Field field) {
    return ASKING.stream().anyMatch(type -> AnnotationSupport.isAnnotated(field, type));
  }

  private static Wish wish(Field field) {
    if (Modifier.isFinal(field.getModifiers())) {
      throw new ExtensionConfigurationException(
          name(field) + " is to be set before each test and therefore cannot be final");
    }
    try {
      return Wish.of(field, field.getType()).orElseThrow();
    } catch (Wish.Misplaced e) {
      throw new ExtensionConfigurationException(name(field) + ": " + e.getMessage(), e);
    }
  }

  private static void set(Asking asking, @Nullable Object instance, Grant grant) {
    try {
      ReflectionSupport.makeAccessible(asking.field)
          .set(instance, asking.wish.grant().apply(grant));
    } catch (IllegalAccessException e) {
      throw new ExtensionConfigurationException(name(asking.field) + " cannot be set", e);
    }
  }

  private static String name(Field field) {
    return "The field '" + field.getName() + "' of " + field.getDeclaringClass().getName();
  }
}
