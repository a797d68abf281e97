package io.github.flippingbookemulator.internal.publication;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.account.Accounts;
import io.github.flippingbookemulator.internal.account.PerAccount;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.publication.PublicationsControl;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The publications of all accounts, for the control plane and embedding code. */
public final class AllPublications implements PublicationsControl {
  private final Accounts accounts;
  private final PerAccount<Publications> publications;

  /**
   * Makes the view.
   *
   * @param accounts all accounts
   * @param publications the publications of each
   */
  public AllPublications(Accounts accounts, PerAccount<Publications> publications) {
    this.accounts = accounts;
    this.publications = publications;
  }

  @Override
  public List<Publication> all() {
    return accounts.all().stream().flatMap(account -> of(account).stream()).toList();
  }

  @Override
  public List<Publication> of(AccountControl account) {
    return publications.of(accounts.get(account.id())).all();
  }

  @Override
  public Optional<Publication> find(String id) {
    return publications.all().stream().flatMap(own -> own.find(id).stream()).findFirst();
  }

  @Override
  public Publication restore(String id) {
    return owner(id).restore(id);
  }

  @Override
  public Publication seo(String id, boolean enabled) {
    return owner(id).seo(id, enabled);
  }

  @Override
  public Publication showState(String id, @Nullable String state) {
    return owner(id).showState(id, state);
  }

  private Publications owner(String id) {
    return publications.all().stream()
        .filter(own -> own.find(id).isPresent())
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("publication", id));
  }
}
