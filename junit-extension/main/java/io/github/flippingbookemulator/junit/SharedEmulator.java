package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.account.Account;
import io.github.flippingbookemulator.trigger.Inbox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * An emulator for all tests of a class, or of all classes. In scope {@code METHOD} they have it one
 * after the other and each finds it clean; else they have it together.
 */
final class SharedEmulator implements Grant, AutoCloseable {
  private final Setup setup;
  private final Lease lease;
  private @Nullable String user;

  SharedEmulator(Setup setup) {
    this.setup = setup;
    this.lease = new Lease(setup);
  }

  /**
   * Lets a test in.
   *
   * @throws ExtensionConfigurationException if another test is in that it must not meet
   */
  void enter(Setup test, String name) {
    if (test.scope() != Scope.METHOD) {
      return;
    }
    synchronized (this) {
      if (user != null) {
        throw new ExtensionConfigurationException(
            "%s: %s and %s run at the same time, but share the emulator that was asked for on behalf"
                    .formatted(test.where(), user, name)
                + " of their class (in @BeforeAll, a static field, or the constructor or a field of"
                + " a PER_CLASS instance). Ask for it in the test methods, or run them one by one"
                + " with @Execution(SAME_THREAD), or let them share it with scope = CLASS,"
                + " isolation = ACCOUNT.");
      }
      user = name;
    }
    lease.reset(test);
  }

  /** Lets a test out; what still goes on in a clean emulator's test ends here. */
  void leave(Setup test) {
    if (test.scope() == Scope.METHOD) {
      lease.reset(test);
      synchronized (this) {
        user = null;
      }
    }
  }

  @Override
  public Emulator emulator() {
    return lease.emulator();
  }

  @Override
  public Account account() {
    requireOneForAll("an Account and an API key");
    return emulator().accounts().defaultAccount();
  }

  @Override
  public Inbox inbox(String name) {
    requireOneForAll("an Inbox");
    return emulator().inbox(name);
  }

  @Override
  public void close() {
    lease.close();
  }

  private void requireOneForAll(String what) {
    if (setup.hasAccountForEachTest()) {
      throw new ExtensionConfigurationException(
          setup.where()
              + ": with isolation = ACCOUNT, each test has "
              + what
              + " of its own, and there is no test yet. Ask for them in the test method, a"
              + " @BeforeEach method or a field that is not static; the Emulator is there"
              + " already.");
    }
  }
}
