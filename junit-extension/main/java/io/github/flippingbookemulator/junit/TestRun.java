package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.trigger.InboxControl;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * One test with its emulator. It ends when JUnit closes the test's store, which is after all other
 * callbacks of the test, however the test ends.
 */
final class TestRun implements TestResources, AutoCloseable {
  private final ExtensionContext context;
  private final ExtensionConfig config;
  private final @Nullable SharedEmulator shared;
  private final @Nullable Lease own;
  private final EmulatorControl emulator;
  private final @Nullable AccountControl account;
  private final TestActivity traces;
  private volatile @Nullable Throwable dynamicFailure;

  private TestRun(
      ExtensionContext context,
      ExtensionConfig config,
      @Nullable SharedEmulator shared,
      @Nullable Lease own,
      EmulatorControl emulator) {
    this.context = context;
    this.config = config;
    this.shared = shared;
    this.own = own;
    this.emulator = emulator;
    account = config.hasAccountForEachTest() ? emulator.accounts().open(config.account()) : null;
    boolean clean = config.scope() == Scope.METHOD || account != null;
    traces = clean ? TestActivity.of(emulator, account) : TestActivity.from(emulator);
  }

  /** Begins a test that has an emulator of its own. */
  static TestRun alone(ExtensionContext context, ExtensionConfig config) {
    Lease lease = Lease.of(config);
    return new TestRun(context, config, null, lease, lease.emulator());
  }

  /** Begins a test that shares an emulator with others. */
  static TestRun with(SharedEmulator shared, ExtensionContext context, ExtensionConfig config) {
    shared.enter(config, TestName.of(context).toString());
    return new TestRun(context, config, shared, null, shared.emulator());
  }

  @Override
  public EmulatorControl emulator() {
    return emulator;
  }

  @Override
  public AccountControl account() {
    return account != null ? account : emulator.accounts().defaultAccount();
  }

  @Override
  public InboxControl inbox(String name) {
    return emulator.inbox(account == null ? name : name + "-" + account.id());
  }

  /** Records that one of the dynamic tests of this factory failed. */
  void dynamicTestFailed(Throwable failure) {
    dynamicFailure = failure;
  }

  /**
   * Fails if the test has leaks. Does nothing if the test has failed or was aborted: that reason is
   * more useful.
   */
  void failOnLeaks() {
    if (config.failOn().isEmpty()
        || context.getExecutionException().isPresent()
        || dynamicFailure != null) {
      return;
    }
    List<String> leaks = traces.leaks(config.failOn(), config.reliesOn());
    if (!leaks.isEmpty()) {
      throw new AssertionFailedError(
          "The test passed, but left this behind at the FlippingBook emulator (failOn, "
              + config.where()
              + "):\n  "
              + String.join("\n  ", leaks));
    }
  }

  @Override
  public void close() {
    Optional<Throwable> failure = context.getExecutionException().or(this::dynamicFailure);
    boolean failed = failure.filter(cause -> !(cause instanceof TestAbortedException)).isPresent();
    try {
      reportGuesses();
      if (failed) {
        FailureReport.print(TestName.of(context), traces.timeline(), ReportFolder.of(context));
      }
    } finally {
      end(failed);
    }
  }

  /** A remote emulator may have gone, which must not hide how the test ended. */
  private void reportGuesses() {
    try {
      GuessReport.of(context).add(TestName.of(context), traces.guesses());
    } catch (UncheckedIOException | IllegalStateException e) {
      System.err.println("What the test relied on is not known: " + e.getMessage());
    }
  }

  private Optional<Throwable> dynamicFailure() {
    return Optional.ofNullable(dynamicFailure);
  }

  private void end(boolean failed) {
    if (account != null) {
      account.apiKeys().forEach(emulator.accounts()::revoke);
    }
    if (shared != null) {
      shared.leave(config);
    }
    if (own != null) {
      if (failed) {
        own.spoil(); // a test that hung may still be running
      }
      own.close();
    }
  }
}
