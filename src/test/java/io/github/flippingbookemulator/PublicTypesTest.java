package io.github.flippingbookemulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Public is a promise to users. Whoever makes a type public outside of {@code internal} adds it to
 * the list, and so decides to keep it.
 */
class PublicTypesTest {
  private static final String ROOT = PublicTypesTest.class.getPackageName();

  @Test
  void only_the_listed_types_are_public() throws IOException {
    List<String> found =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT).stream()
                .filter(PublicTypesTest::isPublic)
                .map(JavaClass::getName)
                .filter(name -> !name.startsWith(ROOT + ".internal."))
                .map(name -> name.substring(ROOT.length() + 1))
                .sorted()
                .toList();

    assertThat(found).containsExactlyElementsOf(listed());
  }

  /** A nested type can be used only if those around it can. */
  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(PublicTypesTest::isPublic).orElse(true);
  }

  private static List<String> listed() throws IOException {
    try (InputStream list = PublicTypesTest.class.getResourceAsStream("public-types.txt")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .sorted()
          .toList();
    }
  }
}
