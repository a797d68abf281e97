package io.github.flippingbookemulator.account;

/**
 * The limits of an account. Trashed publications and deleted links do not count (D for links). By
 * default nothing is limited and everything is enabled (E).
 *
 * @param maxPublications how many publications, 0 or more
 * @param maxTrackedLinks how many tracked links, 0 or more
 * @param maxTriggers how many triggers, 0 or more
 * @param customDomainsEnabled whether publications may use the account's custom domains
 */
public record Plan(
    int maxPublications, int maxTrackedLinks, int maxTriggers, boolean customDomainsEnabled) {
  /** The plan without limits. */
  public static final Plan UNLIMITED =
      new Plan(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, true);

  /** Rejects negative limits. */
  public Plan {
    if (maxPublications < 0 || maxTrackedLinks < 0 || maxTriggers < 0) {
      throw new IllegalArgumentException("a limit of the plan is 0 or more");
    }
  }
}
