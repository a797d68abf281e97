package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.trigger.InboxControl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * An emulator for all tests of a class, or of all classes. In scope {@code METHOD} they use it one
 * after the other and it is reset for each; otherwise they use it together.
 */
final class SharedEmulator implements TestResources, AutoCloseable {
  private final ExtensionConfig config;
  private final Lease lease;
  private @Nullable String user;

  SharedEmulator(ExtensionConfig config) {
    this.config = config;
    this.lease = Lease.of(config);
  }

  /**
   * Begins the use by a test.
   *
   * @throws ExtensionConfigurationException if another test is using it in scope {@code METHOD}
   */
  void enter(ExtensionConfig test, String name) {
    if (test.scope() != Scope.METHOD) {
      return;
    }
    synchronized (this) {
      if (user != null) {
        throw atTheSameTime(test, name);
      }
      user = name;
    }
    lease.reset(test);
  }

  /** Ends the use by a test. In scope {@code METHOD}, a reset ends work that is still running. */
  void leave(ExtensionConfig test) {
    if (test.scope() == Scope.METHOD) {
      lease.reset(test);
      synchronized (this) {
        user = null;
      }
    }
  }

  @Override
  public EmulatorControl emulator() {
    return lease.emulator();
  }

  @Override
  public AccountControl account() {
    requireOneForAll("an Account and an API key");
    return emulator().accounts().defaultAccount();
  }

  @Override
  public InboxControl inbox(String name) {
    requireOneForAll("an Inbox");
    return emulator().inbox(name);
  }

  @Override
  public void close() {
    lease.close();
  }

  private ExtensionConfigurationException atTheSameTime(ExtensionConfig test, String name) {
    String both = test.where() + ": " + user + " and " + name + " run at the same time, but ";
    return new ExtensionConfigurationException(
        config.url() == null
            ? both
                + "share the emulator that was asked for on behalf of their class (in @BeforeAll, a"
                + " static field, or the constructor or a field of a PER_CLASS instance). Ask for"
                + " it in the test methods, or run them one by one with @Execution(SAME_THREAD), or"
                + " let them share it with scope = CLASS, isolation = ACCOUNT."
            : both
                + "there is one emulator at "
                + config.url()
                + ". Run them one by one with @Execution(SAME_THREAD), or let them share it with"
                + " scope = SUITE, isolation = ACCOUNT.");
  }

  private void requireOneForAll(String what) {
    if (config.hasAccountForEachTest()) {
      throw new ExtensionConfigurationException(
          config.where()
              + ": with isolation = ACCOUNT, each test has "
              + what
              + " of its own, and there is no test yet. Ask for them in the test method, a"
              + " @BeforeEach method or a field that is not static; the Emulator is there"
              + " already.");
    }
  }
}
