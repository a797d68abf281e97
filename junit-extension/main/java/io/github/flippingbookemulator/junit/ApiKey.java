package io.github.flippingbookemulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Injects the API key of the test into a parameter or field of type {@code String}.
 *
 * <pre>{@code
 * @Test
 * void publishes(@ApiUrl URI url, @ApiKey String key) { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface ApiKey {}
