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
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * Which package may depend on which, and how a class looks. ARCHITECTURE.md draws the plan; this
 * test enforces it.
 *
 * <p>A feature has two packages of one name: {@code source} is what users import, {@code
 * internal.source} is how it works. Both together are the module {@code source} of these rules. A
 * rule that applies to no class at all fails, so that renaming a package cannot switch it off.
 */
@AnalyzeClasses(
    packagesOf = ArchitectureTest.class,
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.github.flippingbookemulator";
  private static final DescribedPredicate<JavaClass> IN_ROOT = resideInAPackage(ROOT);
  private static final DescribedPredicate<JavaClass> IN_CLI = resideInAPackage(ROOT + ".cli");
  private static final DescribedPredicate<JavaClass> INTERNAL =
      resideInAPackage(ROOT + ".internal..");

  // Layers: foundations, features in an order, and what brings them together.

  @ArchTest
  static final ArchRule only_the_command_line_depends_on_the_root =
      rule(not(IN_ROOT.or(IN_CLI)), IN_ROOT, "the root is what users call");

  @ArchTest
  static final ArchRule nothing_depends_on_the_command_line =
      rule(not(IN_CLI), IN_CLI, "a process is one way to use the emulator");

  @ArchTest static final ArchRule error_depends_on_nothing = knows("error");
  @ArchTest static final ArchRule fidelity_depends_on_nothing = knows("fidelity");
  @ArchTest static final ArchRule option_depends_on_error = knows("option", "error");

  @ArchTest
  static final ArchRule time_depends_on_error_and_option =
      knows("time", "error", "option", "fidelity");

  @ArchTest static final ArchRule event_depends_on_foundations = knows("event", "error", "time");

  @ArchTest
  static final ArchRule store_depends_on_error_and_option =
      knows("store", "error", "option", "fidelity");

  @ArchTest static final ArchRule json_depends_on_error = knows("json", "error", "fidelity");
  @ArchTest static final ArchRule tls_depends_on_option = knows("tls", "option");
  @ArchTest static final ArchRule outbound_depends_on_option = knows("outbound", "option");
  @ArchTest static final ArchRule fault_depends_on_error = knows("fault", "error");

  @ArchTest
  static final ArchRule journal_depends_on_no_feature =
      knows("journal", "error", "option", "time", "event", "store", "json");

  @ArchTest
  static final ArchRule http_depends_on_no_feature =
      knows(
          "http",
          "error",
          "option",
          "fidelity",
          "time",
          "event",
          "store",
          "json",
          "fault",
          "journal");

  @ArchTest static final ArchRule account_depends_on_no_feature = feature("account");

  @ArchTest
  static final ArchRule publication_depends_on_accounts = feature("publication", "account");

  @ArchTest
  static final ArchRule source_depends_on_the_features_before_it =
      feature("source", "account", "publication");

  @ArchTest
  static final ArchRule link_depends_on_the_features_before_it =
      feature("link", "account", "publication");

  @ArchTest
  static final ArchRule reader_depends_on_the_features_before_it =
      feature("reader", "account", "publication", "source", "link");

  @ArchTest
  static final ArchRule trigger_depends_on_the_features_before_it =
      feature("trigger", "account", "publication", "source", "link", "reader");

  @ArchTest
  static final ArchRule compare_sees_the_emulator_as_it_sees_the_service =
      knows("compare", "error", "option", "time", "json", "journal", "fidelity", "control");

  @ArchTest
  static final ArchRule nothing_but_the_command_line_compares =
      rule(
          not(inModules("compare").or(IN_CLI)),
          resideInAPackage(ROOT + ".internal.compare"),
          "an emulator that runs loads nothing of it");

  @ArchTest
  static final ArchRule snapshot_depends_on_all_features_and_no_http =
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
          "json",
          "time",
          "outbound");

  @ArchTest
  static final ArchRule what_users_import_does_not_depend_on_internals =
      rule(
          not(
              INTERNAL
                  .or(IN_ROOT)
                  .or(IN_CLI)
                  .or(resideInAnyPackage(ROOT + ".control.client", ROOT + ".snapshot"))),
          INTERNAL,
          "an interface or a value does not change with what implements it; only the classes that"
              + " users start from know internals");

  @ArchTest
  static final ArchRule modules_have_no_cycles =
      slices().assignedFrom(new Modules()).should().beFreeOfCycles();

  // HTTP and the libraries: each is used in one place, so that a feature can be read without it.

  @ArchTest
  static final ArchRule the_gateway_is_called_from_adapters_only =
      rule(
          not(
              inModules("http", "control", "runtime", "config")
                  .or(IN_ROOT)
                  .or(IN_CLI)
                  .or(named("Routes", "Wire"))),
          resideInAPackage(ROOT + ".internal.http"),
          "a feature has no HTTP in it");

  @ArchTest
  static final ArchRule javalin_stays_in_adapters =
      rule(
          not(inModules("http", "control").or(named("Routes"))),
          resideInAnyPackage("io.javalin.."),
          "a feature has no HTTP in it");

  @ArchTest
  static final ArchRule jetty_and_servlets_stay_in_http =
      rule(
          not(inModules("http", "outbound")),
          resideInAnyPackage("org.eclipse.jetty..", "jakarta.servlet.."),
          "only http knows the server under Javalin, and only outbound the client");

  @ArchTest
  static final ArchRule jackson_stays_at_the_wire =
      rule(
          not(
              inModules("http", "json", "control", "snapshot", "compare")
                  .or(named("Wire"))
                  .or(named("ConfigFile"))),
          resideInAnyPackage("com.fasterxml.jackson.."),
          "only what reads or writes JSON knows how JSON is read and written");

  @ArchTest
  static final ArchRule json5_stays_in_json =
      rule(
          not(inModules("json")),
          resideInAnyPackage("de.marhali.json5.."),
          "json5-java accepts wrong documents unless it is guarded, and the guards are in one"
              + " place");

  @ArchTest
  static final ArchRule pdf_and_pictures_stay_in_source_pdf =
      rule(
          not(resideInAPackage(ROOT + ".internal.source.pdf")),
          resideInAnyPackage(
              "org.apache.pdfbox..", "org.apache.fontbox..", "java.awt..", "javax.imageio.."),
          "they load slowly, and only a conversion needs them");

  @ArchTest
  static final ArchRule certificates_are_made_in_tls =
      rule(
          not(inModules("tls")),
          resideInAnyPackage("org.wildfly.."),
          "nothing of it is loaded unless HTTPS is on");

  // How a class looks.

  @ArchTest
  static final ArchRule every_package_is_null_marked = classes().should(haveANullMarkedPackage());

  @ArchTest
  static final ArchRule public_fields_are_constants =
      fields().that().arePublic().should().beStatic().andShould().beFinal();

  @ArchTest
  static final ArchRule names_say_what_a_class_is =
      noClasses()
          .should()
          .haveNameMatching(".*(Utils?|Helpers?|Managers?|Impl)(\\$.*)?")
          .because("a name that fits every class says nothing about this one");

  /** A module is a package right under the root, and the internal one of the same name. */
  private static DescribedPredicate<JavaClass> inModules(String... modules) {
    return resideInAnyPackage(
        Arrays.stream(modules)
            .flatMap(each -> Stream.of(ROOT + "." + each + "..", ROOT + ".internal." + each + ".."))
            .toArray(String[]::new));
  }

  /** The slices of the rule about cycles. */
  private static final class Modules implements SliceAssignment {
    private static final Pattern MODULE =
        Pattern.compile(Pattern.quote(ROOT) + "\\.(?:internal\\.)?(\\w+).*");

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      Matcher module = MODULE.matcher(type.getPackageName());
      return module.matches() ? SliceIdentifier.of(module.group(1)) : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "modules";
    }
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

  /** A feature depends on foundations and on features before it; HTTP has a rule of its own. */
  private static ArchRule feature(String module, String... before) {
    return knows(
        module,
        Stream.concat(
            Stream.of(before),
            Stream.of(
                "error",
                "option",
                "fidelity",
                "time",
                "event",
                "store",
                "json",
                "http",
                "outbound")));
  }

  private static ArchRule knows(String module, String... others) {
    return knows(module, Stream.of(others));
  }

  private static ArchRule knows(String module, Stream<String> others) {
    String[] known = Stream.concat(Stream.of(module), others).toArray(String[]::new);
    return rule(
        inModules(module),
        resideInAPackage(ROOT + "..").and(not(inModules(known))),
        "it depends only on " + String.join(", ", known));
  }

  private static ArchRule rule(
      DescribedPredicate<JavaClass> who, DescribedPredicate<JavaClass> whom, String reason) {
    return noClasses().that(who).should().dependOnClassesThat(whom).because(reason);
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
