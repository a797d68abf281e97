package io.github.flippingbookemulator.internal.link;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.account.Accounts;
import io.github.flippingbookemulator.internal.account.PerAccount;
import io.github.flippingbookemulator.link.LinksControl;
import io.github.flippingbookemulator.link.TrackedLink;
import java.util.List;
import java.util.Optional;

/** The tracked links of all accounts, for tests and the control plane. */
public final class AllLinks implements LinksControl {
  private final Accounts accounts;
  private final PerAccount<TrackedLinks> links;

  /**
   * Creates the view of all accounts.
   *
   * @param accounts the accounts
   * @param links the tracked links of each
   */
  public AllLinks(Accounts accounts, PerAccount<TrackedLinks> links) {
    this.accounts = accounts;
    this.links = links;
  }

  @Override
  public List<TrackedLink> all() {
    return accounts.all().stream().flatMap(account -> of(account).stream()).toList();
  }

  @Override
  public List<TrackedLink> of(AccountControl account) {
    return links.of(accounts.get(account.id())).all();
  }

  @Override
  public Optional<TrackedLink> find(String id) {
    return links.all().stream().flatMap(own -> own.find(id).stream()).findFirst();
  }

  @Override
  public TrackedLink seen(String id) {
    return owner(id).seen(id);
  }

  @Override
  public TrackedLink expire(String id) {
    return owner(id).expire(id);
  }

  private TrackedLinks owner(String id) {
    return links.all().stream()
        .filter(own -> own.find(id).isPresent())
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("tracked link", id));
  }
}
