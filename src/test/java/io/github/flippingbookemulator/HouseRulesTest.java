package io.github.flippingbookemulator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * Who may know whom, and how a class looks. ARCHITECTURE.md draws the plan; this test holds it.
 *
 * <p>A rule about a package that does not exist yet passes.
 */
@AnalyzeClasses(
    packagesOf = HouseRulesTest.class,
    importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
  private static final String ROOT = "io.github.flippingbookemulator";
  private static final DescribedPredicate<JavaClass> IN_ROOT = resideInAPackage(ROOT);

  // The floors: nothing depends on the root, features depend on features before them only.

  @ArchTest
  static final ArchRule nothing_depends_on_the_root =
      rule(not(IN_ROOT), IN_ROOT, "the root starts the house and nobody calls it");

  @ArchTest static final ArchRule error_knows_no_package = knows("error");
  @ArchTest static final ArchRule time_knows_errors_only = knows("time", "error");
  @ArchTest static final ArchRule event_knows_errors_and_time = knows("event", "error", "time");
  @ArchTest static final ArchRule store_knows_errors_only = knows("store", "error");

  @ArchTest static final ArchRule fault_knows_errors_only = knows("fault", "error");

  @ArchTest static final ArchRule tls_knows_no_package = knows("tls");

  @ArchTest
  static final ArchRule http_knows_no_feature =
      knows("http", "error", "time", "event", "store", "fault");

  @ArchTest static final ArchRule account_knows_no_feature = feature("account");
  @ArchTest static final ArchRule publication_knows_accounts = feature("publication", "account");

  @ArchTest
  static final ArchRule source_knows_the_features_before_it =
      feature("source", "account", "publication");

  @ArchTest
  static final ArchRule link_knows_the_features_before_it =
      feature("link", "account", "publication");

  @ArchTest
  static final ArchRule reader_knows_the_features_before_it =
      feature("reader", "account", "publication", "source", "link");

  @ArchTest
  static final ArchRule trigger_knows_the_features_before_it =
      feature("trigger", "account", "publication", "source", "link", "reader");

  @ArchTest
  static final ArchRule snapshot_knows_all_features_and_no_http =
      knows(
          "snapshot",
          "account",
          "publication",
          "source",
          "link",
          "reader",
          "trigger",
          "store",
          "error",
          "time");

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);

  // HTTP and the libraries: each behind one door, so that a feature can be read without them.

  @ArchTest
  static final ArchRule the_gateway_is_called_from_adapters_only =
      rule(
          not(inRooms("http", "control").or(IN_ROOT).or(named("Routes", "Wire"))),
          inRooms("http"),
          "a feature has no HTTP in it");

  @ArchTest
  static final ArchRule javalin_stays_in_adapters =
      rule(
          not(inRooms("http", "control").or(named("Routes"))),
          resideInAnyPackage("io.javalin.."),
          "a feature has no HTTP in it");

  @ArchTest
  static final ArchRule jetty_and_servlets_stay_in_the_gateway =
      rule(
          not(inRooms("http")),
          resideInAnyPackage("org.eclipse.jetty..", "jakarta.servlet.."),
          "the server under Javalin is the gateway's own affair");

  @ArchTest
  static final ArchRule jackson_stays_at_the_wire =
      rule(
          not(
              inRooms("http", "control", "snapshot")
                  .or(named("Wire"))
                  .or(IN_ROOT.and(named("ConfigFile")))),
          resideInAnyPackage("com.fasterxml.jackson.."),
          "only what reads or writes JSON knows how JSON is read and written");

  @ArchTest
  static final ArchRule json5_stays_in_the_gateway =
      rule(
          not(inRooms("http")),
          resideInAnyPackage("de.marhali.json5.."),
          "json5-java needs guarding, and the guard stands in one place");

  @ArchTest
  static final ArchRule pdf_and_pictures_stay_in_source =
      rule(
          not(inRooms("source.pdf")),
          resideInAnyPackage(
              "org.apache.pdfbox..", "org.apache.fontbox..", "java.awt..", "javax.imageio.."),
          "they load slowly, and only a conversion needs them");

  @ArchTest
  static final ArchRule certificates_are_made_in_tls =
      rule(
          not(inRooms("tls")),
          resideInAnyPackage("org.wildfly.."),
          "nothing of it may be loaded unless HTTPS is asked for");

  @ArchTest
  static final ArchRule picocli_stays_in_the_root =
      rule(not(IN_ROOT), resideInAnyPackage("picocli.."), "only the command line has flags");

  // How a class looks.

  @ArchTest
  static final ArchRule every_package_is_null_marked =
      classes().should(haveANullMarkedPackage()).allowEmptyShould(true);

  @ArchTest
  static final ArchRule public_fields_are_constants =
      fields().that().arePublic().should().beStatic().andShould().beFinal().allowEmptyShould(true);

  @ArchTest
  static final ArchRule names_say_what_a_class_is =
      noClasses()
          .should()
          .haveNameMatching(".*(Utils?|Helpers?|Managers?|Impl)(\\$.*)?")
          .because("a name that fits every class says nothing about this one")
          .allowEmptyShould(true);

  /** A room is a package right under the root, with everything below it. */
  private static DescribedPredicate<JavaClass> inRooms(String... rooms) {
    return resideInAnyPackage(
        Arrays.stream(rooms).map(room -> ROOT + "." + room + "..").toArray(String[]::new));
  }

  /** Matches a class by the end of its name; what is nested in it counts as a part of it. */
  private static DescribedPredicate<JavaClass> named(String... endings) {
    return DescribedPredicate.describe(
        "are named *" + String.join(" or *", endings),
        type -> Arrays.stream(endings).anyMatch(fileOf(type)::endsWith));
  }

  private static String fileOf(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "");
  }

  /** A feature knows the ground floor and the features before it; HTTP has a rule of its own. */
  private static ArchRule feature(String room, String... before) {
    return knows(
        room,
        Stream.concat(Stream.of(before), Stream.of("error", "time", "event", "store", "http")));
  }

  private static ArchRule knows(String room, String... others) {
    return knows(room, Stream.of(others));
  }

  private static ArchRule knows(String room, Stream<String> others) {
    String[] known = Stream.concat(Stream.of(room), others).toArray(String[]::new);
    return rule(
        inRooms(room),
        resideInAPackage(ROOT + "..").and(not(inRooms(known))),
        "it knows only " + String.join(", ", known));
  }

  private static ArchRule rule(
      DescribedPredicate<JavaClass> who, DescribedPredicate<JavaClass> whom, String reason) {
    return noClasses()
        .that(who)
        .should()
        .dependOnClassesThat(whom)
        .because(reason)
        .allowEmptyShould(true);
  }

  private static ArchCondition<JavaClass> haveANullMarkedPackage() {
    return new ArchCondition<>("be in a package annotated @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        events.add(
            new SimpleConditionEvent(
                type,
                type.getPackage().isAnnotatedWith(NullMarked.class),
                type.getName() + " is in a package without @NullMarked"));
      }
    };
  }
}
