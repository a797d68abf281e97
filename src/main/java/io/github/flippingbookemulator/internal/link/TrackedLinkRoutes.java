package io.github.flippingbookemulator.internal.link;

import io.github.flippingbookemulator.internal.account.Account;
import io.github.flippingbookemulator.internal.account.PerAccount;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.http.Answer;
import io.github.flippingbookemulator.internal.http.Call;
import io.github.flippingbookemulator.internal.http.Endpoints;
import io.github.flippingbookemulator.internal.http.JsonList;
import io.github.flippingbookemulator.internal.link.LinkWire.LinkJson;
import io.github.flippingbookemulator.internal.link.TrackedLinks.NewState;
import io.github.flippingbookemulator.internal.publication.PublicationUrls;
import io.github.flippingbookemulator.internal.publication.Publications;
import io.github.flippingbookemulator.internal.store.Page;
import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.link.TrackedLink.Status;
import io.github.flippingbookemulator.publication.Publication;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The endpoints for tracked links. */
public final class TrackedLinkRoutes {
  private static final String LIST = "/fbonline/tracked_links";
  private static final String ONE = LIST + "/{linkId}";

  private final PerAccount<Publications> publications;
  private final PerAccount<TrackedLinks> links;
  private final PublicationUrls urls;

  /**
   * Creates the routes.
   *
   * @param publications the publications of each account
   * @param links the tracked links of each account
   * @param urls makes the URLs in responses
   */
  public TrackedLinkRoutes(
      PerAccount<Publications> publications, PerAccount<TrackedLinks> links, PublicationUrls urls) {
    this.publications = publications;
    this.links = links;
    this.urls = urls;
  }

  /**
   * Adds the endpoints to the table.
   *
   * @param endpoints the table
   */
  public void addTo(Endpoints<Account> endpoints) {
    endpoints.get(LIST, this::list);
    endpoints.post(LIST, this::create);
    endpoints.get(ONE, this::read);
    endpoints.put(ONE, this::update);
  }

  private Answer list(Call<Account> call) {
    LinkFilter filter =
        new LinkFilter(
            call.query("title"),
            call.query("publication-uid").map(id -> id.replace("-", "")),
            call.query("publication-hashid"),
            call.query("publication-url"));
    if (filter.conditions() > 1) {
      Reliance.on(Statement.PUBLICATION_FILTERS);
    }
    return answer(call, links(call).list(filter, call.paging(), canonical(call)));
  }

  private Answer read(Call<Account> call) {
    return one(call, links(call).get(call.id("linkId")));
  }

  private Answer create(Call<Account> call) {
    LinkDraft draft = LinkWire.draft(call.body());
    if (draft.publication().isEmpty()) {
      Reliance.on(Statement.LINK_NO_PUBLICATION);
      call.body()
          .problem(
              "publicationUid, publicationHashId, publicationUrl: one has to name what to link"
                  + " to.");
    }
    call.body().check();
    return one(call, links(call).create(draft, canonical(call)));
  }

  private Answer update(Call<Account> call) {
    String id = links(call).getForWriting(call.id("linkId")).id();
    LinkDraft draft = LinkWire.draft(call.body());
    NewState state = LinkWire.newState(call.body());
    call.body().check();
    return one(call, links(call).update(id, draft, state, canonical(call)));
  }

  private Answer one(Call<Account> call, TrackedLink link) {
    return answer(call, new Page<>(1, List.of(link)));
  }

  private Answer answer(Call<Account> call, Page<TrackedLink> page) {
    for (TrackedLink link : page.records()) {
      if (link.standing() == Status.DELETED) {
        Reliance.on(Statement.LINK_DELETED);
      } else if (link.standing() == Status.DISABLED) {
        Reliance.on(Statement.LINK_DISABLED);
      }
    }
    return Answer.ok()
        .and("total", page.total())
        .and("userTotal", links(call).count())
        .and("links", JsonList.ofPresent(page.records(), link -> json(call, link)));
  }

  /** Empty if the publication has just been purged, because the link is then purged too. */
  private Optional<LinkJson> json(Call<Account> call, TrackedLink link) {
    return publications
        .of(call.account())
        .find(link.publicationId())
        .map(
            publication ->
                LinkWire.json(link, publication, urls.canonical(publication, call.baseUrl())));
  }

  private Function<Publication, String> canonical(Call<Account> call) {
    return publication -> urls.canonical(publication, call.baseUrl());
  }

  private TrackedLinks links(Call<Account> call) {
    return links.of(call.account());
  }
}
