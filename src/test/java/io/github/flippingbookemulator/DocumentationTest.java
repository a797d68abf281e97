package io.github.flippingbookemulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The links of the documentation lead somewhere, and its first page stays short. */
class DocumentationTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern CODE = Pattern.compile("`[^`\\n]*`");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]*)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*?) *$");

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      Stream<Path> pages = docs.filter(file -> file.toString().endsWith(".md")).sorted();
      return Stream.concat(
              Stream.of("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md")
                  .map(ROOT::resolve),
              pages)
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_relative_link_leads_to_a_file_or_heading_that_exists(Path page) throws IOException {
    assertThat(links(page).stream().flatMap(link -> problem(page, link).stream())).isEmpty();
  }

  @Test
  void the_readme_has_150_lines_at_most() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve("README.md")).size()).isLessThanOrEqualTo(150);
  }

  @Test
  void the_readme_links_to_every_page() throws IOException {
    Path readme = ROOT.resolve("README.md");

    assertThat(links(readme).stream().map(link -> ROOT.resolve(link.split("#")[0])).toList())
        .containsAll(pages().stream().filter(page -> !page.equals(readme)).toList());
  }

  private static List<String> links(Path page) throws IOException {
    String text = CODE.matcher(withoutBlocks(page)).replaceAll("code");
    return LINK.matcher(text)
        .results()
        .map(link -> link.group(1))
        .filter(link -> !link.matches("[a-z]+:.*"))
        .toList();
  }

  private static Optional<String> problem(Path page, String link) {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    if (!target.startsWith(ROOT) || !Files.exists(target)) {
      return Optional.of("no file " + link);
    }
    if (parts.length == 2 && !anchors(target).contains(parts[1])) {
      return Optional.of("no heading " + link);
    }
    return Optional.empty();
  }

  /** The names that GitHub gives to the headings of a page. */
  private static Set<String> anchors(Path page) {
    Map<String, Integer> seen = new HashMap<>();
    Set<String> anchors = new HashSet<>();
    HEADING
        .matcher(withoutBlocks(page))
        .results()
        .map(DocumentationTest::anchor)
        .forEach(
            anchor -> {
              int before = seen.merge(anchor, 1, Integer::sum) - 1;
              anchors.add(before == 0 ? anchor : anchor + "-" + before);
            });
    return anchors;
  }

  private static String anchor(MatchResult heading) {
    return heading
        .group(1)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  private static String withoutBlocks(Path page) {
    try {
      return BLOCK.matcher(Files.readString(page)).replaceAll("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
