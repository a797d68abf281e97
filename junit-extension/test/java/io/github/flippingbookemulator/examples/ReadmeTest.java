package io.github.flippingbookemulator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README contains exact copies of tests that are run here. */
class ReadmeTest {
  private static final Path MODULE = Path.of("").toAbsolutePath();
  private static final List<String> TESTS =
      List.of(
          "test/java/io/github/flippingbookemulator/examples/CatalogPublisherTest.java",
          "consumers/spring-boot/src/test/java/com/example/BrochureApplicationTest.java",
          "../src/testcontainers/java/io/github/flippingbookemulator/EmulatorContainerTest.java");
  private static final Pattern SHOWN =
      Pattern.compile(" *// docs: shown\\n(.*?)\\n *// docs: end", Pattern.DOTALL);

  @Test
  void the_examples_of_the_readme_are_the_ones_that_are_tested() throws IOException {
    String readme = Files.readString(MODULE.resolveSibling("README.md"));

    for (String file : TESTS) {
      String tests = Files.readString(MODULE.resolve(file));
      List<String> shown = SHOWN.matcher(tests).results().map(ReadmeTest::unindented).toList();
      assertThat(shown).isNotEmpty().allSatisfy(part -> assertThat(readme).contains(part));
    }
  }

  private static String unindented(MatchResult part) {
    return part.group(1).stripTrailing().stripIndent();
  }
}
