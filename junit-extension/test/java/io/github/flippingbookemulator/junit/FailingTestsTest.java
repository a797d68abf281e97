package io.github.flippingbookemulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.testkit.ApiClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test can fail in any way: its journal is written, and the next test gets a clean emulator. */
@Timeout(120)
class FailingTestsTest {
  private static final String HERE = FailingTestsTest.class.getName() + ".";
  private static final ConcurrentLinkedQueue<URI> SEEN = new ConcurrentLinkedQueue<>();
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  @TempDir Path folder;

  @AfterAll
  static void letThreadsThatHangGo() {
    NEVER.countDown();
  }

  @BeforeEach
  void forgetWhatWasSeen() {
    SEEN.clear();
  }

  private List<String> reports() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/').replace(HERE, ""))
          .sorted()
          .toList();
    }
  }

  private static void use(Emulator emulator) {
    SEEN.add(emulator.uri());
    assertThat(new ApiClient(emulator).publications()).isZero();
    new ApiClient(emulator).create();
  }

  @FlippingBookEmulator
  @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
  static class Failing {
    @Test
    @Order(1)
    void fails(Emulator emulator) {
      use(emulator);
      throw new IllegalStateException("on purpose");
    }

    @Test
    @Order(2)
    void passes(Emulator emulator) {
      use(emulator);
    }
  }

  @Test
  void a_failed_test_leaves_its_journal_on_the_console_and_in_a_file() throws IOException {
    String printed = Run.printedBy(() -> Run.reportingTo(folder, Failing.class));

    assertThat(printed)
        .contains("What happened at the FlippingBook emulator of " + HERE + "Failing.fails")
        .contains("POST /api/v1/fbonline/publication -> 200")
        .doesNotContain("passes");
    assertThat(reports()).containsExactly("Failing/fails.log");
    assertThat(folder.resolve(HERE + "Failing").resolve("fails.log"))
        .content()
        .contains("POST /api/v1/fbonline/publication", "{name: 'x'}");
  }

  @Test
  void the_server_of_a_failed_test_is_not_used_again() {
    Run run = Run.reportingTo(folder, Failing.class);

    assertThat(run.failure()).hasMessage("on purpose");
    assertThat(SEEN).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void a_file_that_cannot_be_written_does_not_hide_the_failure() throws IOException {
    Path file = Files.createFile(folder.resolve("no-folder"));

    String printed =
        Run.printedBy(
            () -> {
              Run run = Run.reportingTo(file, Failing.class);
              assertThat(run.failure()).hasMessage("on purpose").hasNoSuppressedExceptions();
              return run;
            });

    assertThat(printed).contains("could not be written to " + file).contains("-> 200");
  }

  @FlippingBookEmulator
  static class Throwing {
    @Nested
    class InConstructor {
      InConstructor(Emulator emulator) {
        use(emulator);
        throw new IllegalStateException("on purpose");
      }

      @Test
      void test() {}
    }

    @Nested
    class InBeforeEach {
      @BeforeEach
      void before(Emulator emulator) {
        use(emulator);
        throw new IllegalStateException("on purpose");
      }

      @Test
      void test() {}
    }

    @Nested
    class InAfterEach {
      @AfterEach
      void after(Emulator emulator) {
        use(emulator);
        throw new IllegalStateException("on purpose");
      }

      @Test
      void test() {}
    }

    @Nested
    @ExtendWith(Refusing.class)
    class InAnotherExtension {
      InAnotherExtension(Emulator emulator) {
        use(emulator);
      }

      @Test
      void test() {}
    }
  }

  static class Refusing implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) {
      throw new IllegalStateException("on purpose");
    }
  }

  @FlippingBookEmulator
  static class After {
    @RepeatedTest(3)
    void finds_it_clean(Emulator emulator) {
      use(emulator);
    }
  }

  @Test
  void wherever_it_fails_the_journal_is_kept_and_the_next_one_is_clean() throws IOException {
    Run run = Run.reportingTo(folder, Throwing.class, After.class);

    assertThat(run.failures()).hasSize(4).allSatisfy(e -> assertThat(e).hasMessage("on purpose"));
    assertThat(run.testsPassed()).isEqualTo(3);
    assertThat(reports())
        .containsExactly(
            "Throwing.InAfterEach/test.log",
            "Throwing.InAnotherExtension/test.log",
            "Throwing.InBeforeEach/test.log",
            "Throwing.InConstructor/test.log");
  }

  @FlippingBookEmulator
  @ExtendWith(Refusing.class)
  static class AfterAnEarlierExtension {
    @Test
    void test(Emulator emulator) {}
  }

  @Test
  void a_test_that_never_got_an_emulator_has_nothing_to_report() throws IOException {
    Run.reportingTo(folder, AfterAnEarlierExtension.class);

    assertThat(reports()).isEmpty();
  }

  @FlippingBookEmulator
  static class Hanging {
    @Test
    @Timeout(value = 300, unit = TimeUnit.MILLISECONDS)
    void in_its_own_thread(Emulator emulator) throws InterruptedException {
      use(emulator);
      NEVER.await();
    }

    @Test
    @Timeout(value = 300, unit = TimeUnit.MILLISECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void in_a_separate_thread(Emulator emulator) {
      use(emulator);
      boolean over = false;
      while (!over) { // ignores the interrupt
        try {
          NEVER.await();
          over = true;
        } catch (InterruptedException e) {
          over = false;
        }
      }
    }
  }

  @Test
  void a_test_that_hangs_keeps_nobody_from_a_clean_emulator() throws IOException {
    Run run = Run.reportingTo(folder, Hanging.class, After.class);

    assertThat(run.failures()).hasSize(2);
    assertThat(run.testsPassed()).isEqualTo(3);
    assertThat(SEEN.stream().distinct()).hasSize(3);
    assertThat(reports())
        .containsExactly("Hanging/in_a_separate_thread.log", "Hanging/in_its_own_thread.log");
  }

  @FlippingBookEmulator
  static class Factory {
    @TestFactory
    Stream<DynamicTest> dynamic(Emulator emulator) {
      use(emulator);
      return Stream.of(
          DynamicTest.dynamicTest("good", () -> {}),
          DynamicTest.dynamicTest(
              "bad",
              () -> {
                throw new IllegalStateException("on purpose");
              }));
    }
  }

  @Test
  void a_dynamic_test_that_fails_is_a_failure_of_its_factory() throws IOException {
    Run run = Run.reportingTo(folder, Factory.class);

    assertThat(run.failure()).hasMessage("on purpose");
    assertThat(reports()).containsExactly("Factory/dynamic.log");
  }

  @FlippingBookEmulator
  static class Aborted {
    @Test
    void not_here(Emulator emulator) {
      use(emulator);
      Assumptions.abort("not here");
    }
  }

  @Test
  void an_aborted_test_is_no_failure() throws IOException {
    Run.reportingTo(folder, Aborted.class);

    assertThat(reports()).isEmpty();
  }

  @FlippingBookEmulator
  static class Invocations {
    @RepeatedTest(2)
    void again(Emulator emulator) {
      throw new IllegalStateException("on purpose");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "../c"})
    void with(String argument, Emulator emulator) {
      throw new IllegalStateException("on purpose");
    }

    @Test
    void twin(Emulator emulator) {
      throw new IllegalStateException("on purpose");
    }

    @Test
    void twin(@ApiKey String key) {
      throw new IllegalStateException("on purpose");
    }

    @Test
    void TWIN(@ApiKey String key) {
      throw new IllegalStateException("on purpose");
    }

    @Test
    void naïve(@ApiKey String key) {
      throw new IllegalStateException("on purpose");
    }

    @Test
    void con(@ApiKey String key) {
      throw new IllegalStateException("on purpose");
    }

    @Test
    void
        a_name_that_is_longer_than_what_some_file_systems_take_and_goes_on_and_on_and_on_until_nobody_wants_to_read_it_any_more(
            @ApiKey String key) {
      throw new IllegalStateException("on purpose");
    }
  }

  @Test
  void each_invocation_has_a_file_of_its_own_that_every_file_system_takes() throws IOException {
    Run.reportingTo(folder, Invocations.class);

    assertThat(reports())
        .hasSize(10)
        .contains(
            "Invocations/again-1.log",
            "Invocations/again-2.log",
            "Invocations/with-1.log",
            "Invocations/with-2.log")
        .allMatch(name -> name.matches("Invocations/[A-Za-z0-9_-]{4,125}\\.log"))
        .noneMatch(name -> name.equalsIgnoreCase("Invocations/con.log"));
    assertThat(reports().stream().map(name -> name.toLowerCase(Locale.ROOT)))
        .doesNotHaveDuplicates();
  }
}
