package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.trigger.InboxControl;

/** What can be injected into a test, or into a class for its tests. */
interface TestResources {
  EmulatorControl emulator();

  AccountControl account();

  InboxControl inbox(String name);
}
