package io.github.flippingbookemulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.account.Plan;
import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.snapshot.Snapshot;
import io.github.flippingbookemulator.testkit.ApiClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that start from a state that was prepared once. */
class InitialStateTest {
  static final AtomicInteger PREPARED = new AtomicInteger();

  static final class OnePublication implements Baseline {
    @Override
    public void prepare(EmulatorControl flippingBook) {
      PREPARED.incrementAndGet();
      flippingBook.accounts().defaultAccount().domains(List.of("books.example.com"));
      new ApiClient(flippingBook).publish();
      flippingBook.finishConversions();
    }
  }

  @FlippingBookEmulator(baseline = OnePublication.class)
  static class ChangesWhatItFinds {
    @RepeatedTest(5)
    void changes(Emulator flippingBook) {
      assertThat(flippingBook.publications().all())
          .extracting(publication -> publication.content().totalPages())
          .containsExactly(1);
      assertThat(flippingBook.journal().requests()).isEmpty();
      new ApiClient(flippingBook).create();
      flippingBook.accounts().defaultAccount().domains(List.of());
    }

    @Test
    @FlippingBookEmulator
    void another_annotation_starts_from_nothing(Emulator flippingBook) {
      assertThat(flippingBook.publications().all()).isEmpty();
    }
  }

  @Test
  void each_test_finds_what_was_prepared_once_whatever_others_did_to_it() {
    int before = PREPARED.get();
    Run.of(ChangesWhatItFinds.class).allPass(6);
    assertThat(PREPARED.get() - before).isEqualTo(1);
  }

  @FlippingBookEmulator(state = "prepared.json")
  static class FromAFile {
    @RepeatedTest(2)
    void starts(Emulator flippingBook) {
      assertThat(flippingBook.publications().all())
          .extracting(Publication::id)
          .containsExactly("b3466f8a7b81a9899cebe8a6d050dd01");
      assertThat(flippingBook.apiKey()).isEqualTo("key-of-the-file");
      new ApiClient(flippingBook).create();
    }
  }

  @Test
  void a_state_can_come_from_a_file() {
    Run.of(FromAFile.class).allPass(2);
  }

  static class InAField {
    private static final Snapshot STATE =
        Snapshot.read(Path.of("test/resources/io/github/flippingbookemulator/junit/prepared.json"));

    @RegisterExtension
    static final FlippingBookExtension BY_CODE =
        FlippingBookExtension.builder().state(STATE).build();

    @RepeatedTest(2)
    void starts(Emulator flippingBook) {
      assertThat(flippingBook.publications().all()).hasSize(1);
      new ApiClient(flippingBook).create();
    }
  }

  @Test
  void a_field_can_have_a_state_too() {
    Run.of(InAField.class).allPass(2);
  }

  static final class Fails implements Baseline {
    @Override
    public void prepare(EmulatorControl flippingBook) {
      flippingBook.accounts().defaultAccount().plan(new Plan(0, 0, 0, false));
      new ApiClient(flippingBook).create();
    }
  }

  @FlippingBookEmulator(baseline = Fails.class)
  static class CannotBePrepared {
    @Test
    void never_runs(Emulator flippingBook) {}
  }

  class Inner implements Baseline {
    @Override
    public void prepare(EmulatorControl flippingBook) {}
  }

  @FlippingBookEmulator(baseline = Inner.class)
  static class HasAnInnerClass {
    @Test
    void never_runs(Emulator flippingBook) {}
  }

  @FlippingBookEmulator(baseline = OnePublication.class, state = "prepared.json")
  static class HasBoth {
    @Test
    void never_runs(Emulator flippingBook) {}
  }

  @FlippingBookEmulator(state = "prepared.json", maxPublications = 3)
  static class HasAPlanBesideItsState {
    @Test
    void never_runs(Emulator flippingBook) {}
  }

  @FlippingBookEmulator(state = "misspelled.json5")
  static class HasABrokenState {
    @Test
    void never_runs(Emulator flippingBook) {}
  }

  @Test
  void what_cannot_be_prepared_is_told_with_the_annotation_and_the_reason() {
    assertThat(failure(CannotBePrepared.class))
        .contains("@FlippingBookEmulator on class " + CannotBePrepared.class.getName())
        .contains("the state to start from could not be prepared: ")
        .contains("PublicationLimitExceeded");
    assertThat(failure(HasAnInnerClass.class))
        .contains("must not be an inner class: write 'static'");
    assertThat(failure(HasBoth.class)).contains("from a state or from a baseline");
    assertThat(failure(HasAPlanBesideItsState.class)).contains("are part of the state");
    assertThat(failure(HasABrokenState.class))
        .contains("could not be prepared: ")
        .contains("misspelled.json5");
  }

  private static String failure(Class<?> testClass) {
    return Run.of(testClass).failure().getMessage();
  }
}
