package io.github.flippingbookemulator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java in README.md and in the pages of docs is copied from tests, letter by letter. */
class ReadmeTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final String EXAMPLES =
      "junit-extension/test/java/io/github/flippingbookemulator/examples/";

  /** Which tests a page shows. */
  private static final Map<String, List<String>> TESTS =
      Map.of(
          "README.md", List.of(EXAMPLES + "FirstTest.java"),
          "docs/junit.md",
              List.of(
                  EXAMPLES + "CatalogPublisherTest.java",
                  EXAMPLES + "AnnotationExamplesTest.java",
                  "junit-extension/consumers/spring-boot/src/test/java/com/example/"
                      + "BrochureApplicationTest.java"),
          "docs/https.md", List.of(EXAMPLES + "HttpsExampleTest.java"),
          "docs/container.md",
              List.of(
                  "src/testcontainers/java/io/github/flippingbookemulator/"
                      + "EmulatorContainerTest.java"));

  private static final Pattern SHOWN =
      Pattern.compile(" *// docs: shown\\n(.*?)\\n *// docs: end", Pattern.DOTALL);
  private static final Pattern JAVA_BLOCK =
      Pattern.compile("^```java\\n(.*?)\\n```$", Pattern.DOTALL | Pattern.MULTILINE);

  private static List<String> pages() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of("README.md"), docs.map(file -> "docs/" + file.getFileName().toString()))
          .filter(file -> file.endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_shows_what_its_tests_offer_and_no_other_java(String page) throws IOException {
    List<String> offered = new ArrayList<>();
    for (String test : TESTS.getOrDefault(page, List.of())) {
      List<String> shown = parts(SHOWN, Files.readString(ROOT.resolve(test)));
      assertThat(shown).as(test).isNotEmpty();
      offered.addAll(shown);
    }

    assertThat(parts(JAVA_BLOCK, Files.readString(ROOT.resolve(page))))
        .containsExactlyInAnyOrderElementsOf(offered);
  }

  @Test
  void every_page_that_shows_tests_is_there() throws IOException {
    assertThat(pages()).containsAll(TESTS.keySet());
  }

  private static List<String> parts(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(part -> part.group(1).stripTrailing().stripIndent())
        .toList();
  }
}
