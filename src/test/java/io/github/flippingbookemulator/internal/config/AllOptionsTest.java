package io.github.flippingbookemulator.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.internal.compare.CompareOptions;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionException;
import io.github.flippingbookemulator.internal.option.OptionGroup;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AllOptionsTest {
  /** Without this test, an option that its feature does not list could only be set in Java. */
  @Test
  void every_option_that_a_feature_declares_can_be_set() {
    assertThat(AllOptions.list())
        .containsExactlyInAnyOrderElementsOf(
            declared().filter(option -> option.group() != OptionGroup.COMPARE).toList());
  }

  @Test
  void every_flag_that_the_comparison_declares_can_be_given() {
    assertThat(CompareOptions.OPTIONS)
        .containsExactlyInAnyOrderElementsOf(
            declared().filter(option -> option.group() == OptionGroup.COMPARE).toList());
  }

  @Test
  void no_two_options_share_a_flag_a_variable_or_a_key() {
    for (Option<?> option : AllOptions.list()) {
      assertThat(AllOptions.list().stream().filter(other -> other != option))
          .noneMatch(other -> other.flag().equals(option.flag()))
          .noneMatch(other -> other.variables().stream().anyMatch(option.variables()::contains))
          .noneMatch(other -> other.keys().stream().anyMatch(option.keys()::contains));
    }
  }

  @Test
  void a_wrong_name_is_refused_with_the_nearest_one() {
    assertThatExceptionOfType(OptionException.class)
        .isThrownBy(() -> AllOptions.named("maxWating"))
        .withMessage("there is no option 'maxWating', did you mean 'maxWaiting'?");
  }

  private static Stream<Option<?>> declared() {
    return new ClassFileImporter()
            .withImportOptions(List.of(new ImportOption.DoNotIncludeTests()))
            .importPackagesOf(EmulatorOptions.class)
            .stream()
            .flatMap(type -> type.getFields().stream())
            .filter(field -> field.getRawType().isEquivalentTo(Option.class))
            .map(AllOptionsTest::value);
  }

  private static Option<?> value(JavaField constant) {
    try {
      return (Option<?>) constant.reflect().get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
