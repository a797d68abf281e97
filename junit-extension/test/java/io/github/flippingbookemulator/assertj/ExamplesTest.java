package io.github.flippingbookemulator.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples in the Javadoc compile and are correct: those under {@code // passes} pass, and
 * those under {@code // fails} throw an assertion error. All of them use one {@link ExampleState}.
 */
class ExamplesTest {
  private static final Path SOURCES =
      Path.of("main/java/io/github/flippingbookemulator/assertj").toAbsolutePath();
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "<pre><code class='java'>\\n"
              + "\\s+\\* // passes\\n"
              + "(.*?)\\s+\\* // fails\\n"
              + "(.*?)\\s+\\* </code></pre>.*?\\*/\\s+public [^{(]*?(\\w+)\\(",
          Pattern.DOTALL);
  private static final Pattern PUBLIC_METHOD =
      Pattern.compile("^  public (?!static final|final class)[^{(=]*?(\\w+)\\(", Pattern.MULTILINE);

  private static final Map<String, List<String>> DOCUMENTED = new TreeMap<>();
  private static ExampleState world;
  private static Class<?> examples;
  @TempDir private static Path folder;

  @BeforeAll
  static void compile() throws Exception {
    world = new ExampleState();
    StringBuilder methods = new StringBuilder();
    for (Path file : sources()) {
      String type = file.getFileName().toString().replace(".java", "");
      Matcher example = EXAMPLE.matcher(Files.readString(file));
      while (example.find()) {
        List<String> names = DOCUMENTED.computeIfAbsent(type, any -> new ArrayList<>());
        String name = type + "_" + example.group(3) + "_" + names.size();
        names.add(example.group(3));
        methods.append(method(name + "_passes", example.group(1)));
        methods.append(method(name + "_fails", example.group(2)));
      }
    }
    examples = compiled(PRELUDE.formatted(methods));
  }

  private static final String PRELUDE =
      """
      import static io.github.flippingbookemulator.assertj.EmulatorAssertions.assertThat;
      import static org.assertj.core.api.Assertions.assertThat;

      import io.github.flippingbookemulator.account.AccountControl;
      import io.github.flippingbookemulator.assertj.ExampleState;
      import io.github.flippingbookemulator.control.EmulatorControl;
      import io.github.flippingbookemulator.source.SourceState;
      import io.github.flippingbookemulator.trigger.EventName;
      import java.time.Duration;

      public class Examples {
        final EmulatorControl emulator;
        final AccountControl stranger;
        final String catalog, draft, discarded, catalogSource, brokenSource;
        final String newsletter, poster, invitation, mistake, archiveTrigger;

        public Examples(ExampleState world) {
          emulator = world.emulator;
          stranger = world.stranger;
          catalog = world.catalog;
          draft = world.draft;
          discarded = world.discarded;
          catalogSource = world.catalogSource;
          brokenSource = world.brokenSource;
          newsletter = world.newsletter;
          poster = world.poster;
          invitation = world.invitation;
          mistake = world.mistake;
          archiveTrigger = world.archiveTrigger;
        }

      %s
      }
      """;

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  void each_public_method_has_an_example() throws IOException {
    for (Path file : sources()) {
      String type = file.getFileName().toString().replace(".java", "");
      List<String> methods =
          PUBLIC_METHOD
              .matcher(Files.readString(file))
              .results()
              .map(found -> found.group(1))
              .toList();
      assertThat(DOCUMENTED.getOrDefault(type, List.of())).as(type).isEqualTo(methods);
    }
    assertThat(DOCUMENTED).containsKeys("PublicationAssert", "DeliveriesAssert");
  }

  @TestFactory
  Stream<DynamicTest> each_example_does_what_it_says() {
    return Arrays.stream(examples.getMethods())
        .filter(method -> method.getDeclaringClass() == examples)
        .map(method -> DynamicTest.dynamicTest(method.getName(), () -> run(method)));
  }

  private static void run(Method example) throws Exception {
    Object prelude = examples.getConstructor(ExampleState.class).newInstance(world);
    if (example.getName().endsWith("_passes")) {
      example.invoke(prelude);
    } else {
      assertThat(catchThrowable(() -> example.invoke(prelude)))
          .as(example.getName())
          .isInstanceOf(InvocationTargetException.class)
          .cause()
          .isInstanceOf(AssertionError.class);
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      return files
          .filter(file -> file.toString().matches(".*(Assert|Assertions)\\.java"))
          .sorted()
          .toList();
    }
  }

  private static String method(String name, String javadoc) {
    String code =
        javadoc
            .lines()
            .map(line -> line.replaceFirst("^\\s+\\* ?", ""))
            .collect(Collectors.joining("\n"))
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
    return "public void " + name + "() {\n" + code + "\n}\n";
  }

  private static Class<?> compiled(String source) throws Exception {
    Path file = Files.writeString(folder.resolve("Examples.java"), source);
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                file.toString());
    assertThat(result).as("what javac says of %s is above", source).isZero();
    URL[] path = {folder.toUri().toURL()};
    return new URLClassLoader(path, ExamplesTest.class.getClassLoader()).loadClass("Examples");
  }
}
