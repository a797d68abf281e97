package io.github.flippingbookemulator.internal.store;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about a property: nothing, {@code null}, or a value. An omitted property of
 * an update stays as it is, {@code null} may clear it.
 *
 * @param <T> the property's type
 */
public sealed interface Change<T> {
  /**
   * The property is omitted.
   *
   * @param <T> the property's type
   */
  record Absent<T>() implements Change<T> {}

  /**
   * The property is {@code null}.
   *
   * @param <T> the property's type
   */
  record Cleared<T>() implements Change<T> {}

  /**
   * The property has a value.
   *
   * @param value the value
   * @param <T> the property's type
   */
  record Set<T>(T value) implements Change<T> {}

  /**
   * Returns the value of a property for which omitted and {@code null} mean the same.
   *
   * @return the value, if there is one
   */
  default Optional<T> given() {
    return this instanceof Set<T> set ? Optional.of(set.value()) : Optional.empty();
  }

  /**
   * Applies the change to a property that {@code null} clears.
   *
   * @param current what the property is
   * @return what the property becomes
   */
  default @Nullable T or(@Nullable T current) {
    if (this instanceof Set<T> set) {
      return set.value();
    }
    return this instanceof Absent<T> ? current : null;
  }

  /**
   * Turns the value into another.
   *
   * @param mapper applied if there is a value
   * @param <U> the other type
   * @return the same kind of change
   */
  default <U> Change<U> map(Function<? super T, ? extends U> mapper) {
    if (this instanceof Set<T> set) {
      return new Set<>(mapper.apply(set.value()));
    }
    return isAbsent() ? new Absent<>() : new Cleared<>();
  }

  /**
   * Returns whether the property is omitted.
   *
   * @return false for {@code null} and for a value
   */
  default boolean isAbsent() {
    return this instanceof Absent<T>;
  }
}
