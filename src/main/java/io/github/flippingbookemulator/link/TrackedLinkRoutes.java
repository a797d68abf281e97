package io.github.flippingbookemulator.link;

import io.github.flippingbookemulator.account.Account;
import io.github.flippingbookemulator.http.Answer;
import io.github.flippingbookemulator.http.Call;
import io.github.flippingbookemulator.http.Endpoints;
import java.util.List;

/** The calls about tracked links: so far, the list to which a publication's links lead. */
public final class TrackedLinkRoutes {
  /** Makes the routes. */
  public TrackedLinkRoutes() {}

  /**
   * Adds the calls to the table.
   *
   * @param endpoints the table
   */
  public void addTo(Endpoints<Account> endpoints) {
    endpoints.get("/fbonline/tracked_links", TrackedLinkRoutes::list);
  }

  private static Answer list(Call<Account> call) {
    call.paging(); // refuses what is no page of even an empty list
    return Answer.ok().and("total", 0).and("userTotal", 0).and("links", List.of());
  }
}
