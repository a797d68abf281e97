/** Accounts, their API keys and access tokens, plan, domains and folders. */
@NullMarked
package io.github.flippingbookemulator.account;

import org.jspecify.annotations.NullMarked;
