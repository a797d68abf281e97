package io.github.flippingbookemulator.internal.link;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.store.Ids;
import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * The last parts of the URLs of all accounts' links: numbers of six digits (O). A link keeps its
 * number until it is purged, also when it is deleted, since lists still show it.
 */
public final class UrlNames {
  private static final int FIRST = 100_000;
  private static final int COUNT = 900_000;
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{5}");

  private final BitSet taken = new BitSet();

  /**
   * Takes a number that no other link has: a random one, or else the next that is free.
   *
   * @param ids draws the random one
   * @return six digits
   * @throws Refusal {@link ErrorCode#TRACKED_LINK_LIMIT_EXCEEDED} if none is left (E)
   */
  synchronized String take(Ids ids) {
    int drawn = ids.number(COUNT);
    int free = taken.nextClearBit(drawn);
    if (free >= COUNT) {
      free = taken.nextClearBit(0);
    }
    if (free >= COUNT) {
      Reliance.on(Statement.LINK_URL_NAMES_TAKEN);
      throw Refusal.of(
          ErrorCode.TRACKED_LINK_LIMIT_EXCEEDED,
          "All 900,000 addresses of tracked links are taken; a reset of the emulator frees them.");
    }
    taken.set(free);
    return Integer.toString(FIRST + free);
  }

  /** Takes the number of a link from a snapshot; those of early versions are no numbers. */
  synchronized void keep(String urlName) {
    if (NUMBER.matcher(urlName).matches()) {
      taken.set(Integer.parseInt(urlName) - FIRST);
    }
  }

  /** Frees the number of a link that is purged. */
  synchronized void free(String urlName) {
    if (NUMBER.matcher(urlName).matches()) {
      taken.clear(Integer.parseInt(urlName) - FIRST);
    }
  }
}
