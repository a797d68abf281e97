/** What happened in an account, told to whoever listens: triggers, journal, dashboard, tests. */
@NullMarked
package io.github.flippingbookemulator.event;

import org.jspecify.annotations.NullMarked;
