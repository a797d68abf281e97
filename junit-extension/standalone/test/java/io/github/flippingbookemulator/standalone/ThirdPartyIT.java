package io.github.flippingbookemulator.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the jars with everything say about the libraries in them. */
class ThirdPartyIT {
  private static final String LICENSES = "META-INF/licenses/";

  /** What files with the texts of licenses are called, wherever they are. */
  private static final String LEGAL =
      "(?i)(.*/)?([^/]*-)?(licen[cs]es?|notices?|copying|copyright|about)([.-][^/]*)?";

  /** A jar, and the jars of other projects that went into it. */
  private record Distribution(Path jar, List<Path> libraries) {
    @Override
    public String toString() {
      return jar.getFileName().toString();
    }
  }

  static Stream<Distribution> distributions() throws IOException {
    Path target = Path.of(System.getProperty("runnable.target"));
    String parts = Files.readString(target.resolve("parts.txt")).strip();
    return Stream.of(
        new Distribution(
            target.resolve("flippingbook-emulator.jar"),
            Stream.of(parts.split(File.pathSeparator)).map(Path::of).toList()),
        new Distribution(StandaloneJar.PATH, StandaloneJar.libraries()));
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void every_library_is_named_with_a_license_whose_text_is_there(Distribution distribution) {
    var files = StandaloneJar.files(distribution.jar);
    var list = StandaloneJar.text(distribution.jar, LICENSES + "THIRD-PARTY.txt").lines().toList();
    assertThat(distribution.libraries)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            library -> {
              String[] columns =
                  list.stream()
                      .filter(line -> line.contains(":" + artifact(library) + " "))
                      .findFirst()
                      .orElseThrow(() -> new AssertionError("It is not in THIRD-PARTY.txt"))
                      .split(" \\| ");
              String license = columns[1].replaceFirst(" OR .*", "");
              String ofItsOwn = LICENSES + columns[0].replaceFirst(":([^:]*):.*", ".$1/");
              assertThat(files)
                  .anyMatch(
                      file ->
                          file.equals(LICENSES + license + ".txt")
                              || file.matches(ofItsOwn + "META-INF/LICENSE(\\.txt)?"));
            });
    assertThat(list).filteredOn(line -> line.contains(" | ")).hasSameSizeAs(distribution.libraries);
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void the_licenses_and_notices_of_each_library_are_there_as_they_came(Distribution distribution) {
    assertThat(distribution.libraries)
        .allSatisfy(
            library ->
                assertThat(StandaloneJar.files(library))
                    .filteredOn(file -> file.matches(LEGAL) && !file.endsWith(".class"))
                    .allSatisfy(
                        file ->
                            assertThat(StandaloneJar.files(distribution.jar))
                                .filteredOn(copy -> copy.matches(folder(library) + file))
                                .singleElement()
                                .extracting(copy -> StandaloneJar.text(distribution.jar, copy))
                                .isEqualTo(StandaloneJar.text(library, file))));
    assertThat(StandaloneJar.files(distribution.jar))
        .contains(
            LICENSES + "org.slf4j.slf4j-api/META-INF/LICENSE.txt",
            LICENSES + "org.apache.pdfbox.pdfbox/META-INF/NOTICE");
  }

  @ParameterizedTest
  @MethodSource("distributions")
  void the_bill_of_materials_has_every_library_with_its_checksum(Distribution distribution)
      throws IOException {
    try (JarFile jar = new JarFile(distribution.jar.toFile())) {
      var manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Sbom-Format")).isEqualTo("CycloneDX");
      String location = manifest.getValue("Sbom-Location");
      assumeThat(
              System.getProperty("maven.mode").equals("offline true")
                  && jar.getEntry(location) == null)
          .as("made without a bill, because Maven was offline")
          .isFalse();
      String bill = StandaloneJar.text(distribution.jar, location);
      assertThat(distribution.libraries)
          .allSatisfy(
              library ->
                  assertThat(bill)
                      .contains("/" + artifact(library).replace(':', '@') + "?type=jar\"")
                      .contains("\"" + sha256(library) + "\""));
    }
  }

  /** As {@code name:version}, which a local repository has as folders. */
  private static String artifact(Path library) {
    Path version = library.getParent();
    return version.getParent().getFileName() + ":" + version.getFileName();
  }

  private static String folder(Path library) {
    return LICENSES + "[^/]*\\." + artifact(library).replaceFirst(":.*", "/");
  }

  private static String sha256(Path file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
