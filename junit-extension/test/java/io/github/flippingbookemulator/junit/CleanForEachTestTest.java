package io.github.flippingbookemulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.testkit.ApiClient;
import io.github.flippingbookemulator.trigger.InboxControl;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test gets an emulator as if just started, which no other test is using. */
@Timeout(120)
class CleanForEachTestTest {
  private static final Set<URI> IN_USE = ConcurrentHashMap.newKeySet();
  private static final ConcurrentLinkedQueue<Emulator> SEEN = new ConcurrentLinkedQueue<>();

  private static final ConcurrentLinkedQueue<String> KEYS = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void forgetWhatWasSeen() {
    KEYS.clear();
    IN_USE.clear();
    SEEN.clear();
  }

  /** Checks that the emulator is in its initial state, then changes all of its state. */
  private static void useAsIfNew(Emulator emulator) {
    assertThat(IN_USE.add(emulator.uri())).as("nobody else uses it").isTrue();
    try {
      ApiClient calls = new ApiClient(emulator);
      assertThat(emulator.journal().entries()).isEmpty();
      assertThat(calls.publications()).isZero();
      assertThat(emulator.clock().speed()).isEqualTo(100);
      assertThat(emulator.conversions().pace()).isEqualTo(Pace.TIMED);
      assertThat(emulator.accounts().all()).hasSize(1);
      InboxControl inbox = emulator.inbox("test");
      assertThat(inbox.messages()).isEmpty();
      assertThat(emulator.deliveries().all()).isEmpty();
      emulator.conversions().pace(Pace.MANUAL);
      emulator.conversions().failNext("never");
      emulator.deliveries().hold();
      inbox.react(5, new InboxControl.Reaction.Status(500));
      calls.trigger(inbox.url(), "", "deleted");
      calls.publish();
      assertThat(calls.delete(calls.create())).isEqualTo(200);
      assertThat(calls.publications()).isEqualTo(2);
      emulator.clock().advance(Duration.ofDays(400));
      emulator.clock().freeze();
      emulator.accounts().defaultAccount().domains(List.of("d.example.com"));
    } finally {
      SEEN.add(emulator);
      KEYS.add(emulator.apiKey());
      IN_USE.remove(emulator.uri());
    }
  }

  @FlippingBookEmulator
  static class Repeated {
    @RepeatedTest(30)
    void again(Emulator emulator) {
      useAsIfNew(emulator);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void with(int number, Emulator emulator) {
      useAsIfNew(emulator);
    }
  }

  @Test
  void one_after_the_other_they_have_the_same_server() {
    Run.of(Repeated.class).allPass(40);

    assertThat(SEEN.stream().map(Emulator::uri).distinct()).hasSize(1);
  }

  @Test
  void at_the_same_time_they_have_different_ones() {
    Run.parallel(Repeated.class).allPass(40);

    assertThat(SEEN.stream().map(Emulator::uri).distinct().count()).isBetween(2L, 39L);
  }

  @Test
  void no_test_has_an_object_or_a_key_that_another_test_had() {
    Run.of(Repeated.class);

    assertThat(SEEN).doesNotHaveDuplicates();
    assertThat(KEYS).hasSize(40).doesNotHaveDuplicates();
    assertThatIllegalStateException()
        .isThrownBy(() -> SEEN.element().clock().advance(Duration.ZERO));
  }

  @FlippingBookEmulator
  static class Around {
    @Test
    void outside(Emulator emulator) {
      useAsIfNew(emulator);
    }

    @Nested
    class Inside {
      @RepeatedTest(3)
      void inside(Emulator emulator) {
        useAsIfNew(emulator);
      }

      @Nested
      @TestInstance(Lifecycle.PER_CLASS)
      class Deeper {
        @RepeatedTest(3)
        void deeper(Emulator emulator) {
          useAsIfNew(emulator);
        }
      }
    }
  }

  @Test
  void nested_classes_are_no_exception() {
    Run.of(Around.class).allPass(7);
    Run.parallel(Around.class).allPass(7);
  }

  @FlippingBookEmulator
  @TestInstance(Lifecycle.PER_CLASS)
  static class InstanceOfAClass {
    private final Emulator ofConstructor;
    private final URI address;
    private final String keyBefore;
    @Emulated Emulator ofField;
    @ApiKey String key;

    InstanceOfAClass(Emulator emulator) {
      ofConstructor = emulator;
      address = emulator.apiUrl();
      keyBefore = emulator.apiKey();
    }

    @BeforeAll
    void beforeAll(Emulator emulator) {
      assertThat(emulator).isSameAs(ofConstructor).isSameAs(ofField);
      new ApiClient(emulator).create();
    }

    @RepeatedTest(5)
    void again(Emulator emulator) {
      assertThat(emulator).isSameAs(ofConstructor).isSameAs(ofField);
      assertThat(key).isEqualTo(keyBefore);
      useAsIfNew(emulator);
      assertThat(new ApiClient(address, keyBefore).publications()).isEqualTo(1);
    }

    @Nested
    class Inside {
      @RepeatedTest(2)
      void inside(Emulator emulator) {
        assertThat(emulator).isSameAs(ofConstructor);
        useAsIfNew(emulator);
      }
    }
  }

  @Test
  void an_instance_that_outlives_its_tests_keeps_its_emulator_which_is_reset_for_each() {
    Run.of(InstanceOfAClass.class).allPass(7);
  }

  @FlippingBookEmulator
  static class WithBeforeAll {
    static URI address;
    static String key;
    @Emulated static Emulator ofClass;

    @BeforeAll
    static void startTheApplication(@ApiUrl URI apiUrl, @ApiKey String apiKey) {
      address = apiUrl;
      key = apiKey;
    }

    @AfterAll
    static void whatTheLastTestBeganHasEnded() {
      assertThat(ofClass.publications().all()).isEmpty();
    }

    @RepeatedTest(3)
    void an_application_that_was_started_before_calls_the_emulator_of_the_test() {
      assertThat(new ApiClient(address, key).publications()).isZero();
      new ApiClient(address, key).create();
      assertThat(ofClass.publications().all()).hasSize(1);
    }

    @Test
    @FlippingBookEmulator(speed = 3)
    void with_the_options_of_the_test(Emulator emulator) {
      assertThat(emulator).isSameAs(ofClass);
      assertThat(emulator.clock().speed()).isEqualTo(3);
      assertThat(new ApiClient(address, key).publications()).isZero();
    }
  }

  @Test
  void what_the_class_asks_for_is_what_its_tests_have() {
    Run.of(WithBeforeAll.class).allPass(4);
  }

  @FlippingBookEmulator
  @Execution(ExecutionMode.CONCURRENT)
  static class SharedAtTheSameTime {
    @Emulated static Emulator ofClass;

    @RepeatedTest(40)
    void again() {
      for (int i = 0; i < 20; i++) {
        new ApiClient(ofClass).create();
      }
    }
  }

  @Test
  void tests_at_the_same_time_cannot_share_what_is_reset() {
    assertThat(Run.parallel(SharedAtTheSameTime.class).failures())
        .isNotEmpty()
        .filteredOn(
            failure -> failure.getMessage() != null && failure.getMessage().contains("same time"))
        .first()
        .asString()
        .contains("@FlippingBookEmulator on class")
        .contains("Ask for it in the test methods");
  }

  @FlippingBookEmulator
  static class Factories {
    @TestFactory
    Stream<DynamicTest> dynamic(Emulator emulator) {
      useAsIfNew(emulator);
      return IntStream.of(1, 2, 3)
          .mapToObj(
              number ->
                  DynamicTest.dynamicTest(
                      "number " + number,
                      () -> assertThat(emulator.publications().all()).hasSize(1)));
    }

    @TestFactory
    Stream<DynamicTest> another(Emulator emulator) {
      return dynamic(emulator);
    }
  }

  @Test
  void a_factory_of_dynamic_tests_is_one_test() {
    Run.of(Factories.class).allPass(6);
    Run.parallel(Factories.class).allPass(6);
  }

  @FlippingBookEmulator(scope = Scope.CLASS)
  static class OneForTheClass {
    static int tests;

    @AfterEach
    void create(Emulator emulator) {
      new ApiClient(emulator).create();
    }

    @RepeatedTest(3)
    void again(Emulator emulator) {
      assertThat(new ApiClient(emulator).publications()).isEqualTo(tests++);
    }

    @Nested
    class Inside {
      @Test
      void has_it_too(Emulator emulator) {
        assertThat(new ApiClient(emulator).publications()).isEqualTo(3);
      }
    }
  }

  @Test
  void in_the_scope_of_a_class_nothing_is_reset() {
    OneForTheClass.tests = 0;
    Run.of(OneForTheClass.class).allPass(4);
  }

  @FlippingBookEmulator(scope = Scope.SUITE, maxPublications = 77)
  static class OneOfSuite {
    @Test
    void remembered(Emulator emulator) {
      SEEN.add(emulator);
    }
  }

  @FlippingBookEmulator(scope = Scope.SUITE, maxPublications = 77, failOn = Leak.UNKNOWN_ENDPOINTS)
  static class OtherOfSuite extends OneOfSuite {}

  @FlippingBookEmulator(scope = Scope.SUITE, maxPublications = 78)
  static class StrangerInSuite extends OneOfSuite {}

  @Test
  void in_the_scope_of_the_suite_equal_annotations_share_an_emulator() {
    Run.of(OneOfSuite.class, OtherOfSuite.class, StrangerInSuite.class).allPass(3);

    assertThat(SEEN.stream().distinct()).hasSize(2);
  }

  static class SomeMethods {
    @Test
    @FlippingBookEmulator
    void with(Emulator emulator) {
      useAsIfNew(emulator);
    }

    @Test
    void without() {}
  }

  @Test
  void a_method_alone_can_have_one() {
    Run.of(SomeMethods.class).allPass(2);
  }
}
