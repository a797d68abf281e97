package io.github.flippingbookemulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Chooses among several webhook receivers, in a parameter or field of type {@code InboxControl}.
 * Without it, the inbox is the one named {@value #DEFAULT}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface InboxName {
  /** The default name of the inbox. */
  String DEFAULT = "test";

  /**
   * The name of the inbox. With {@link Isolation#ACCOUNT}, each test gets another inbox by the same
   * name.
   *
   * @return letters, digits, dashes and underscores; case matters
   */
  String value();
}
