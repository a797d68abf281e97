package io.github.flippingbookemulator.junit;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/**
 * The callbacks of JUnit, for the annotation and for the extension in a field.
 *
 * <p>An emulator is taken only when a test or class requests it. It is kept in the store of the
 * context that it was taken for, where JUnit closes it, however the test or the class ends.
 */
abstract class EmulatorCallbacks
    implements BeforeAllCallback,
        TestInstancePostProcessor,
        BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver,
        InvocationInterceptor {
  private static final Namespace FOR_ALL = Namespace.create(EmulatorCallbacks.class);

  /** Returns the configuration of a class or test. */
  abstract ExtensionConfig config(ExtensionContext context);

  /** Returns the emulator that a test shares; empty if it gets one of its own. */
  abstract Optional<SharedEmulator> shared(ExtensionConfig config, ExtensionContext context);

  /** Returns the emulator for injection into a class. */
  abstract SharedEmulator forClass(ExtensionConfig config, ExtensionContext context);

  /** Returns the store of this extension. */
  abstract Store store(ExtensionContext context);

  @Override
  public void beforeAll(ExtensionContext context) {
    Fields fields = fields(context.getRequiredTestClass(), context);
    if (fields.asksForClass()) {
      fields.setOfClass(resources(context));
    }
  }

  /**
   * Sets the fields of an instance that several tests use; those of others are set before each
   * test.
   */
  @Override
  public void postProcessTestInstance(Object instance, ExtensionContext context) {
    if (!isTest(context)) {
      ExtensionConfig config = config(context);
      Predicate<InjectionPoint> known =
          injectionPoint -> !injectionPoint.ofTest() || !config.hasAccountForEachTest();
      Fields fields = fields(instance.getClass(), context);
      if (fields.asksForInstance(known)) {
        fields.setOfInstance(instance, resources(context), known);
      }
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    ExtensionConfig config = config(context);
    if (shared(config, context).isPresent()) {
      resources(context);
    }
    List<Object> instances = context.getRequiredTestInstances().getAllInstances();
    for (Object instance : instances) {
      Fields fields = fields(instance.getClass(), context);
      if (fields.asksForInstance(injectionPoint -> true)) {
        fields.setOfInstance(instance, resources(context), injectionPoint -> true);
      }
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    TestRun run = store(context).get(TestRun.class, TestRun.class);
    if (run != null) {
      run.failOnLeaks();
    }
  }

  /**
   * Records the failure, since a failed dynamic test does not fail the context of its factory,
   * which has the emulator.
   */
  @Override
  public void interceptDynamicTest(
      Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context)
      throws Throwable {
    try {
      invocation.proceed();
    } catch (Throwable failure) {
      TestRun run = store(context).get(TestRun.class, TestRun.class);
      if (run != null) {
        run.dynamicTestFailed(failure);
      }
      throw failure;
    }
  }

  /**
   * Runs constructors of test instances in the context of their test, so that they get its
   * emulator.
   */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return injectionPoint(parameter).isPresent();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    try {
      return injectionPoint(parameter).orElseThrow().resources().apply(resources(context));
    } catch (ExtensionConfigurationException e) {
      throw new ParameterResolutionException(place(parameter) + ": " + e.getMessage(), e);
    }
  }

  /** Returns the resources of a test or a class; the first call takes an emulator. */
  private TestResources resources(ExtensionContext context) {
    closeIdleServersAtTheEnd(context);
    ExtensionConfig config = config(context);
    return isTest(context)
        ? store(context)
            .getOrComputeIfAbsent(TestRun.class, key -> begin(context, config), TestRun.class)
        : forClass(config, context);
  }

  private TestRun begin(ExtensionContext context, ExtensionConfig config) {
    return shared(config, context)
        .map(shared -> TestRun.with(shared, context, config))
        .orElseGet(() -> TestRun.alone(context, config));
  }

  private static void closeIdleServersAtTheEnd(ExtensionContext context) {
    context
        .getStore(StoreScope.LAUNCHER_SESSION, FOR_ALL)
        .getOrComputeIfAbsent(Pool.class, key -> (AutoCloseable) Pool.SHARED::closeIdle);
  }

  private static Fields fields(Class<?> type, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(FOR_ALL)
        .getOrComputeIfAbsent(type, Fields::new, Fields.class);
  }

  private static boolean isTest(ExtensionContext context) {
    return context.getTestMethod().isPresent();
  }

  private static Optional<InjectionPoint> injectionPoint(ParameterContext parameter) {
    try {
      return InjectionPoint.of(parameter.getAnnotatedElement(), parameter.getParameter().getType());
    } catch (InjectionPoint.Misplaced e) {
      throw new ParameterResolutionException(place(parameter) + ": " + e.getMessage(), e);
    }
  }

  private static String place(ParameterContext parameter) {
    return "The parameter '%s' of %s"
        .formatted(parameter.getParameter().getName(), parameter.getDeclaringExecutable());
  }
}
