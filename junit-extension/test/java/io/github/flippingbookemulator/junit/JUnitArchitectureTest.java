package io.github.flippingbookemulator.junit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The allowed dependencies in this module. */
@AnalyzeClasses(
    packages = {"io.github.flippingbookemulator.junit", "io.github.flippingbookemulator.assertj"},
    importOptions = ImportOption.DoNotIncludeTests.class)
class JUnitArchitectureTest {
  private static final String JUNIT = "io.github.flippingbookemulator.junit..";
  private static final String ASSERTIONS = "io.github.flippingbookemulator.assertj..";

  /** Methods that JUnit 6 has removed, or that JUnit 5.14 does not have yet. */
  private static final Set<String> IN_ONE_JUNIT_ONLY = Set.of("computeIfAbsent");

  /** Public is a promise to users, so this list is changed with care. */
  private static final Set<String> PUBLIC =
      Set.of(
          "ApiKey",
          "ApiUrl",
          "Baseline",
          "Emulated",
          "FlippingBookEmulator",
          "FlippingBookExtension",
          "InboxName",
          "Isolation",
          "Leak",
          "Scope",
          // The launcher of the JUnit platform creates it.
          "HeadStartListener",
          "DeliveriesAssert",
          "DeliveryAssert",
          "EmulatorAssert",
          "EmulatorAssertions",
          "LinkAssert",
          "LinksAssert",
          "MailAssert",
          "MailsAssert",
          "PublicationAssert",
          "PublicationsAssert",
          "RequestAssert",
          "RequestsAssert",
          "SourceAssert",
          "SourcesAssert");

  @ArchTest
  static final ArchRule only_the_listed_types_are_public =
      classes()
          .that(
              DescribedPredicate.describe(
                  "are not listed", type -> !PUBLIC.contains(type.getSimpleName())))
          .should()
          .notBePublic()
          .orShould()
          .beMemberClasses();

  @ArchTest
  static final ArchRule the_extension_runs_without_assertj =
      noClasses()
          .that()
          .resideInAPackage(JUNIT)
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.assertj..", ASSERTIONS))
          .because("AssertJ is the user's choice");

  @ArchTest
  static final ArchRule assertions_run_without_junit =
      noClasses()
          .that()
          .resideInAPackage(ASSERTIONS)
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.junit..", JUNIT))
          .because("they are good for tests without the annotation, too");

  @ArchTest
  static final ArchRule no_library_of_the_server_shows =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "io.javalin..",
                  "org.eclipse.jetty..",
                  "jakarta.servlet..",
                  "com.fasterxml.jackson..",
                  "de.marhali.json5..",
                  "org.apache.pdfbox..",
                  "org.apache.commons.."))
          .because("users of the extension depend on the emulator's own types only");

  @ArchTest
  static final ArchRule stores_are_used_as_both_junits_know_them =
      noClasses()
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "only one JUnit has it",
                  call ->
                      call.getTargetOwner().getName().startsWith("org.junit.")
                          && IN_ONE_JUNIT_ONLY.contains(call.getTarget().getName())));

  @ArchTest
  static final ArchRule only_the_head_start_needs_the_launcher =
      noClasses()
          .that()
          .haveSimpleNameNotStartingWith("HeadStart")
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.junit.platform.launcher.."))
          .because("some tools run tests without it");

  @ArchTest
  static final ArchRule every_package_is_null_marked =
      classes()
          .should(
              new ArchCondition<JavaClass>("be in a package annotated @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  events.add(
                      new SimpleConditionEvent(
                          type,
                          type.getPackage().isAnnotatedWith(NullMarked.class),
                          type.getName() + " is in a package without @NullMarked"));
                }
              });
}
