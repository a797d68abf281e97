package io.github.flippingbookemulator.internal.control;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.internal.journal.Secrets;

/** The keys and tokens of an emulator's accounts. */
public final class KnownSecrets {
  private KnownSecrets() {}

  /**
   * Returns what masks the keys and tokens that accounts have now.
   *
   * @param emulator the emulator, which may be another process
   * @return its secrets
   */
  public static Secrets of(EmulatorControl emulator) {
    Secrets secrets = new Secrets();
    for (AccountControl account : emulator.accounts().all()) {
      secrets.add(account.accessToken());
      account.apiKeys().forEach(secrets::add);
    }
    return secrets;
  }
}
