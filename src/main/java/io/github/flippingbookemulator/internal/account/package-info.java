/** Accounts: keys, tokens, plans, domains and folders, and the calls about them. */
@NullMarked
package io.github.flippingbookemulator.internal.account;

import org.jspecify.annotations.NullMarked;
