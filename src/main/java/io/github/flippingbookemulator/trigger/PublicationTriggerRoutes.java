package io.github.flippingbookemulator.trigger;

import io.github.flippingbookemulator.account.Account;
import io.github.flippingbookemulator.account.PerAccount;
import io.github.flippingbookemulator.http.Answer;
import io.github.flippingbookemulator.http.Call;
import io.github.flippingbookemulator.http.Endpoints;
import io.github.flippingbookemulator.publication.Publications;
import java.util.List;

/** The older calls about a publication's triggers (H): so far, the list to which its links lead. */
public final class PublicationTriggerRoutes {
  private final PerAccount<Publications> publications;

  /**
   * Makes the routes.
   *
   * @param publications the publications of each account
   */
  public PublicationTriggerRoutes(PerAccount<Publications> publications) {
    this.publications = publications;
  }

  /**
   * Adds the calls to the table.
   *
   * @param endpoints the table
   */
  public void addTo(Endpoints<Account> endpoints) {
    endpoints.get("/fbonline/publication/{id}/trigger", this::list);
  }

  private Answer list(Call<Account> call) {
    publications.of(call.account()).get(call.id("id"));
    return Answer.ok().and("webhooks", List.of());
  }
}
