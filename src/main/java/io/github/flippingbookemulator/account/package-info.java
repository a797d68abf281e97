/** Accounts as tests see them: API keys, access tokens, plan, domains and folders. */
@NullMarked
package io.github.flippingbookemulator.account;

import org.jspecify.annotations.NullMarked;
