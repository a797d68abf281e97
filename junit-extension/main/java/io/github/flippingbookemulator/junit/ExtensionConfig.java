package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The configuration from an annotation or a builder.
 *
 * @param where the annotation or field, for error messages
 * @param server equal for configurations that can share an emulator
 * @param options the options of the emulator
 * @param freshKeys whether each use of a server gets keys of its own
 * @param scope how long an emulator keeps its state
 * @param isolation what separates tests from each other
 * @param failOn the leaks that make a passed test fail
 * @param reliesOn the ids of undocumented statements that a test may rely on
 * @param start the state that a test starts from
 * @param url the URL of an emulator in another process; null for one in this JVM
 */
record ExtensionConfig(
    String where,
    Object server,
    EmulatorOptions options,
    boolean freshKeys,
    Scope scope,
    Isolation isolation,
    Set<Leak> failOn,
    Set<String> reliesOn,
    InitialState start,
    @Nullable URI url) {

  ExtensionConfig {
    for (String id : reliesOn) {
      if (Statement.withId(id).isEmpty()) {
        throw new ExtensionConfigurationException(
            "%s: reliesOn = \"%s\" is the id of no statement. docs/fidelity.md lists them, and so does fidelity().statements()."
                .formatted(where, id));
      }
    }
    if (isolation == Isolation.ACCOUNT && scope == Scope.METHOD) {
      throw new ExtensionConfigurationException(
          where
              + ": isolation = ACCOUNT is for tests that share an emulator, and with scope = METHOD"
              + " they do not. Write scope = SUITE or scope = CLASS, or leave isolation out.");
    }
  }

  /** Tells whether the keys of the default account were not chosen explicitly. */
  static boolean hasDefaultKeys(EmulatorOptions options) {
    // Compared by identity, since a test may have chosen the default key explicitly.
    AccountOptions byDefault = EmulatorOptions.defaults().accounts().get(0);
    return options.seed().isEmpty() && options.accounts().get(0) == byDefault;
  }

  boolean hasAccountForEachTest() {
    return isolation == Isolation.ACCOUNT;
  }

  /** Returns the options of an account like the default one, with keys of its own. */
  AccountOptions account() {
    AccountOptions model = options.accounts().get(0);
    return new AccountOptions(
        null, null, List.of(), model.plan(), model.domains(), model.folders());
  }

  /**
   * Brings a clean emulator into the state that tests start from.
   *
   * @throws ExtensionConfigurationException if that cannot be made or read
   */
  void prepare(EmulatorControl emulator) {
    try {
      start.on(emulator);
    } catch (Exception e) {
      throw wrong("the state to start from could not be prepared: " + e.getMessage(), e);
    }
  }

  ExtensionConfigurationException wrong(String what, Throwable cause) {
    return new ExtensionConfigurationException(where + ": " + what, cause);
  }
}
