package io.github.flippingbookemulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages for people name only calls of the control plane that there are. */
class DocumentedCallsTest {
  private static final Path ROOT = Path.of("..");

  private static final Set<String> CALLS =
      OpenApiDocument.loadControl().operations().stream()
          .map(operation -> withoutNames(operation.name()))
          .collect(Collectors.toSet());

  private static final Pattern CALL =
      Pattern.compile("(?<!There is no )\\b(?:GET|POST|PUT|DELETE) /_emulator[\\w./{}-]*");

  private static final Pattern GROUPS = Pattern.compile("(?s)same names as in Java: (.*?)\\. ");

  static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
          .filter(page -> page.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_names_no_call_that_is_not_there(Path page) throws IOException {
    assertThat(named(page)).isSubsetOf(CALLS);
  }

  @Test
  void calls_are_found_in_the_pages() throws IOException {
    assertThat(named(ROOT.resolve("docs/walkthrough.md")))
        .contains("POST /_emulator/readers/{}/lead");
  }

  @Test
  void the_groups_of_the_page_on_the_control_plane_are_there() throws IOException {
    String text = Files.readString(ROOT.resolve("docs/control-plane.md"));
    String list = GROUPS.matcher(text).results().findFirst().orElseThrow().group(1);
    List<String> groups =
        Pattern.compile("`(\\w+)`").matcher(list).results().map(found -> found.group(1)).toList();

    Set<String> paths =
        CALLS.stream()
            .map(call -> call.split("/", 4))
            .map(DocumentedCallsTest::group)
            .collect(Collectors.toSet());
    assertThat(groups).hasSizeGreaterThan(15).isSubsetOf(paths);
  }

  private static String group(String[] parts) {
    return parts.length < 3 ? "" : parts[2];
  }

  private static Set<String> named(Path page) throws IOException {
    return CALL.matcher(Files.readString(page))
        .results()
        .map(MatchResult::group)
        .map(call -> withoutNames(call.replaceAll("[.]$", "")))
        .collect(Collectors.toSet());
  }

  private static String withoutNames(String call) {
    return call.replaceAll("\\{\\w+}", "{}");
  }
}
