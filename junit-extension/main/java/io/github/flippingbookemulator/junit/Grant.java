package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.account.Account;
import io.github.flippingbookemulator.trigger.Inbox;

/** What a test, or a class on behalf of its tests, has got. */
interface Grant {
  Emulator emulator();

  Account account();

  Inbox inbox(String name);
}
