package io.github.flippingbookemulator.standalone;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.github.flippingbookemulator.standalone.StandaloneJar.MOVED;
import static io.github.flippingbookemulator.standalone.StandaloneJar.OURS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is in the jar, under which name, and what is not. */
class StandaloneJarIT {
  private static final String LATER_RELEASE = "META-INF/versions/\\d+/";
  private static final String SERVICES = "META-INF/services/";

  @Test
  void every_class_has_a_name_of_the_emulator() {
    assertThat(StandaloneJar.files())
        .filteredOn(file -> file.endsWith(".class"))
        .hasSizeGreaterThan(1000)
        .allMatch(file -> file.replaceFirst("^" + LATER_RELEASE, "").startsWith(OURS));
  }

  @Test
  void every_other_file_has_a_name_of_the_emulator_too() {
    Set<String> ours = contents(StandaloneJar.ownJars().stream()).collect(Collectors.toSet());
    assertThat(StandaloneJar.files())
        .filteredOn(
            file -> !file.endsWith(".class") && !file.startsWith(OURS) && !ours.contains(file))
        .isNotEmpty()
        .allMatch(
            file ->
                file.matches("META-INF/(MANIFEST.MF|LICENSE|licenses/.*|sbom/.*)")
                    || file.startsWith(SERVICES + MOVED.replace('/', '.')));
  }

  @Test
  void every_file_of_the_emulator_keeps_its_name() {
    assertThat(StandaloneJar.ownJars()).hasSize(2);
    assertThat(StandaloneJar.files())
        .containsAll(contents(StandaloneJar.ownJars().stream()).toList());
  }

  @Test
  void every_file_of_a_library_is_there_under_its_new_name() {
    assertThat(StandaloneJar.libraries()).hasSizeGreaterThan(10);
    assertThat(StandaloneJar.files())
        .containsAll(contents(StandaloneJar.libraries().stream()).map(this::moved).toList());
  }

  @Test
  void every_service_names_classes_of_the_jar() {
    Set<String> files = StandaloneJar.files();
    assertThat(files)
        .filteredOn(file -> file.startsWith(SERVICES))
        .anyMatch(file -> file.endsWith(".org.slf4j.spi.SLF4JServiceProvider"))
        .allSatisfy(
            service ->
                assertThat(StandaloneJar.text(service).lines().map(String::strip))
                    .filteredOn(line -> !line.isEmpty() && !line.startsWith("#"))
                    .isNotEmpty()
                    .allMatch(name -> files.contains(name.replace('.', '/') + ".class")));
  }

  @Test
  void the_emulator_uses_no_library_by_its_old_name() throws IOException {
    Set<String> oldNames =
        contents(StandaloneJar.libraries().stream())
            .filter(file -> file.endsWith(".class"))
            .map(file -> file.replaceFirst("\\.class$", "").replace('/', '.'))
            .collect(Collectors.toSet());
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    try (JarFile jar = new JarFile(StandaloneJar.PATH.toFile())) {
      noClasses()
          .should()
          .dependOnClassesThat(
              describe(
                  "were moved",
                  (JavaClass type) -> oldNames.contains(type.getBaseComponentType().getName())))
          .check(
              new ClassFileImporter()
                  .withImportOption(file -> !file.contains(MOVED))
                  .importJar(jar));
    }
  }

  @Test
  void code_for_later_releases_is_used() throws IOException {
    try (JarFile jar = new JarFile(StandaloneJar.PATH.toFile())) {
      assertThat(jar.isMultiRelease()).isTrue();
    }
    assertThat(StandaloneJar.files()).anyMatch(file -> file.matches(LATER_RELEASE + MOVED + ".*"));
  }

  /** What programs look for, without what describes the jar as a whole. */
  private static Stream<String> contents(Stream<Path> jars) {
    return jars.flatMap(jar -> StandaloneJar.files(jar).stream())
        .filter(file -> !file.endsWith("module-info.class") && !file.contains("OSGI-INF/"))
        .filter(
            file ->
                !file.matches("META-INF/.*")
                    || file.matches(LATER_RELEASE + ".*|" + SERVICES + ".*"));
  }

  private String moved(String file) {
    if (file.startsWith(SERVICES)) {
      return SERVICES + MOVED.replace('/', '.') + file.substring(SERVICES.length());
    }
    return file.replaceFirst("^(" + LATER_RELEASE + ")?", "$1" + MOVED);
  }
}
