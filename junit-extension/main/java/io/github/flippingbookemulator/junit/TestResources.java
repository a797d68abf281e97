package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.trigger.InboxControl;

/** What a test, or a class on behalf of its tests, has got. */
interface TestResources {
  EmulatorControl emulator();

  AccountControl account();

  InboxControl inbox(String name);
}
