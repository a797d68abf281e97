package io.github.flippingbookemulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field of type {@code Emulator}, {@code EmulatorControl}, {@code AccountControl} or {@code
 * InboxControl} that is set before each test; a static one, before all tests of the class.
 *
 * <pre>{@code
 * @FlippingBookEmulator
 * class CatalogPublisherTest {
 *   @Emulated Emulator flippingBook;
 *   @ApiKey String key; // with @ApiKey, @ApiUrl or @InboxName this annotation is not needed
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface Emulated {}
