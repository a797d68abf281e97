package io.github.flippingbookemulator.internal.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.flippingbookemulator.fidelity.FidelityStatement;
import io.github.flippingbookemulator.fidelity.Grade;
import io.github.flippingbookemulator.internal.control.StatementRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The registry is complete, and says of each statement what is true. */
class StatementsTest {
  private static final String ROOT = "io.github.flippingbookemulator";
  private static final List<FidelityStatement> ALL = StatementRegistry.all();

  @Test
  void each_name_in_the_code_is_a_row_and_each_row_has_a_name() {
    assertThat(ALL)
        .extracting(FidelityStatement::id)
        .containsExactlyElementsOf(Arrays.stream(Statement.values()).map(Statement::id).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void each_row_is_a_sentence_with_its_grades() {
    assertThat(ALL)
        .allSatisfy(
            each -> {
              assertThat(each.text()).endsWith(".");
              assertThat(each.evidence()).isNotBlank();
              assertThat(each.grades()).isNotEmpty().doesNotHaveDuplicates();
            });
  }

  @Test
  void a_row_that_is_documented_alone_counts_for_nothing() {
    assertThat(ALL)
        .filteredOn(each -> each.grades().equals(List.of(Grade.D)))
        .isNotEmpty()
        .noneMatch(FidelityStatement::counted);
  }

  /** A statement that is counted, but on which no code acts, would never be told as used. */
  @Test
  void code_acts_on_each_statement_that_is_counted_and_on_no_other() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    Set<String> actedOn =
        classes.stream()
            .filter(each -> !each.getName().equals(Statement.class.getName()))
            .filter(each -> !each.getPackageName().startsWith(ROOT + ".internal.compare"))
            .flatMap(StatementsTest::statements)
            .collect(Collectors.toSet());

    assertThat(actedOn)
        .containsExactlyInAnyOrderElementsOf(
            ALL.stream()
                .filter(FidelityStatement::counted)
                .map(FidelityStatement::id)
                .collect(Collectors.toSet()));
  }

  private static Stream<String> statements(JavaClass type) {
    return type.getFieldAccessesFromSelf().stream()
        .map(JavaFieldAccess::getTarget)
        .filter(target -> target.getOwner().isEquivalentTo(Statement.class))
        .map(target -> Statement.valueOf(target.getName()).id());
  }
}
