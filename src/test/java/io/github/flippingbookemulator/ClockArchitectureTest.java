package io.github.flippingbookemulator;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Nothing outside package {@code time} reads the system time, sleeps, or owns a timer or a thread:
 * otherwise a test could not stop the clock, and a seed would not repeat a run.
 */
@AnalyzeClasses(
    packagesOf = ClockArchitectureTest.class,
    importOptions = ImportOption.DoNotIncludeTests.class)
class ClockArchitectureTest {
  private static final String TIME = "io.github.flippingbookemulator.internal.time..";

  private static final DescribedPredicate<JavaClass> THE_SERVER =
      resideInAPackage("io.github.flippingbookemulator.internal.http")
          .and(describe("are named *Server", ClockArchitectureTest::isNamedServer));

  @ArchTest
  static final ArchRule only_time_reads_the_system_time =
      noClasses()
          .that(resideOutsideOfPackage(TIME))
          .should()
          .accessTargetWhere(
              describe("it reads the system time", ClockArchitectureTest::readsTheTime));

  @ArchTest
  static final ArchRule only_time_sleeps =
      noClasses()
          .that(resideOutsideOfPackage(TIME))
          .should()
          .accessTargetWhere(describe("it sleeps", ClockArchitectureTest::sleeps));

  /** The gateway's server may: its threads carry requests, and end with it. */
  @ArchTest
  static final ArchRule only_time_and_the_server_own_threads =
      noClasses()
          .that(resideOutsideOfPackage(TIME).and(not(THE_SERVER)))
          .should()
          .accessTargetWhere(describe("it makes a thread", ClockArchitectureTest::makesAThread))
          .orShould()
          .dependOnClassesThat(describe("are timers", ClockArchitectureTest::isATimer));

  private static boolean isNamedServer(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "").endsWith("Server");
  }

  private static boolean readsTheTime(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    String owner = target.getOwner().getName();
    return switch (target.getName()) {
      case "currentTimeMillis", "nanoTime" -> owner.equals("java.lang.System");
      case "now" -> owner.startsWith("java.time.");
      case "<init>" -> owner.equals("java.util.Date") && takesNothing(target);
      case "getInstance" -> owner.equals("java.util.Calendar");
      default ->
          owner.equals("java.time.InstantSource") && target.getName().equals("system")
              || owner.equals("java.time.Clock") && target.getName().matches("(system|tick).*");
    };
  }

  private static boolean sleeps(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    return switch (target.getName()) {
      case "sleep" -> isOwnedBy(target, Thread.class) || isOwnedBy(target, TimeUnit.class);
      case "parkNanos", "parkUntil" -> isOwnedBy(target, LockSupport.class);
      default -> false;
    };
  }

  private static boolean makesAThread(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    return switch (target.getName()) {
      case "<init>" ->
          isOwnedBy(target, Thread.class)
              || isOwnedBy(target, ThreadPoolExecutor.class)
              || isOwnedBy(target, ForkJoinPool.class);
      case "orTimeout", "completeOnTimeout", "delayedExecutor" ->
          isOwnedBy(target, CompletableFuture.class);
      default -> isOwnedBy(target, Executors.class);
    };
  }

  private static boolean isATimer(JavaClass type) {
    return type.isAssignableTo(ScheduledExecutorService.class)
        || type.isAssignableTo(Timer.class)
        || type.isAssignableTo(TimerTask.class);
  }

  private static boolean isOwnedBy(AccessTarget target, Class<?> owner) {
    return target.getOwner().isAssignableTo(owner);
  }

  private static boolean takesNothing(AccessTarget target) {
    return ((CodeUnitAccessTarget) target).getRawParameterTypes().isEmpty();
  }
}
