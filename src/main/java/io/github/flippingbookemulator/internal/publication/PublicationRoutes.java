package io.github.flippingbookemulator.internal.publication;

import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.account.Account;
import io.github.flippingbookemulator.internal.account.PerAccount;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.http.Answer;
import io.github.flippingbookemulator.internal.http.Call;
import io.github.flippingbookemulator.internal.http.Endpoints;
import io.github.flippingbookemulator.internal.http.JsonList;
import io.github.flippingbookemulator.internal.json.Timestamp;
import io.github.flippingbookemulator.internal.publication.PublicationWire.PublicationJson;
import io.github.flippingbookemulator.internal.publication.PublicationWire.SourceCreatedJson;
import io.github.flippingbookemulator.internal.store.Page;
import io.github.flippingbookemulator.publication.Publication;
import java.util.Optional;

/** The calls about publications. */
public final class PublicationRoutes {
  private static final String LIST = "/fbonline/publication";
  private static final String ONE = LIST + "/{id}";

  private final PerAccount<Publications> publications;
  private final PublicationUrls urls;
  private final UploadSink uploads;

  /**
   * Makes the routes.
   *
   * @param publications the publications of each account
   * @param urls makes the URLs of publications
   * @param uploads takes the PDFs
   */
  public PublicationRoutes(
      PerAccount<Publications> publications, PublicationUrls urls, UploadSink uploads) {
    this.publications = publications;
    this.urls = urls;
    this.uploads = uploads;
  }

  /**
   * Adds the endpoints of publications.
   *
   * @param endpoints the table of all endpoints
   */
  public void addTo(Endpoints<Account> endpoints) {
    endpoints.get(LIST, this::list);
    endpoints.post(LIST, this::create);
    endpoints.get(ONE, this::read);
    endpoints.post(ONE, this::update);
    endpoints.post(ONE + "/customize", this::customize);
    endpoints.delete(ONE, this::delete);
  }

  private Answer list(Call<Account> call) {
    PublicationFilter filter =
        new PublicationFilter(call.query("query"), call.query("hashid"), call.query("url"));
    if (filter.conditions() > 1) {
      Reliance.on(Statement.PUBLICATION_FILTERS);
    }
    Page<Publication> page =
        publications(call)
            .list(filter, call.paging(), each -> urls.canonical(each, call.baseUrl()));
    page.records().forEach(PublicationRoutes::noteTrashed);
    return Answer.ok()
        .and("total", page.total())
        .and("publications", JsonList.of(page.records(), each -> json(call, each)));
  }

  private Answer read(Call<Account> call) {
    Publication wanted = publications(call).get(call.id("id"));
    noteTrashed(wanted);
    String id = wanted.id();
    return Answer.after(
        uploads.polled(call.account(), id), done -> one(call, publications(call).get(id)));
  }

  /** With a hash id in the query, it changes that publication, as an older route did (O, weak). */
  private Answer create(Call<Account> call) {
    Optional<String> hashId = call.query("hashid");
    if (hashId.isPresent()) {
      Reliance.on(Statement.PUBLICATION_BY_HASH_ID);
      Publication named =
          publications(call)
              .byHashId(hashId.get())
              .orElseThrow(() -> Refusal.notFound("publication", hashId.get()));
      return update(call, named.id());
    }
    PublicationDraft draft = PublicationWire.draft(call.body());
    Optional<Upload> upload = UploadWire.upload(call.body());
    call.body().check();
    String fallbackName = UploadWire.publicationName(call.body());
    if (draft.name().given().isEmpty()) {
      Reliance.on(Statement.PUBLICATION_WITHOUT_NAME);
    }
    return written(call, publications(call).create(draft, fallbackName), upload);
  }

  private Answer update(Call<Account> call) {
    return update(call, call.id("id"));
  }

  private Answer update(Call<Account> call, String named) {
    String id = publications(call).getForWriting(named).id();
    PublicationDraft draft = PublicationWire.draft(call.body());
    Optional<Upload> upload = UploadWire.upload(call.body());
    call.body().check();
    return written(call, publications(call).update(id, draft), upload);
  }

  private Answer customize(Call<Account> call) {
    String id = publications(call).getForWriting(call.id("id")).id();
    CustomizationChange change = PublicationWire.customization(call.body());
    call.body().check();
    return one(call, publications(call).customize(id, change));
  }

  private Answer delete(Call<Account> call) {
    publications(call).trash(call.id("id"));
    return Answer.ok();
  }

  private Answer written(Call<Account> call, Publication publication, Optional<Upload> upload) {
    if (upload.isEmpty()) {
      return written(call, publication.id());
    }
    Optional<Refusal> refusal = uploads.refusal();
    if (refusal.isPresent()) {
      return written(call, publication.id())
          .and("createdSource", SourceCreatedJson.of(refusal.get()));
    }
    return Answer.after(
        uploads.take(call.account(), publication.id(), upload.get()),
        sourceId ->
            written(call, publication.id()).and("createdSource", SourceCreatedJson.of(sourceId)));
  }

  private Answer.Envelope written(Call<Account> call, String id) {
    Publication publication = publications(call).get(id);
    return Answer.ok()
        .and("id", id)
        .and("hashId", publication.hashId())
        .and("url", urls.canonical(publication, call.baseUrl()))
        .and("links", PublicationWire.links(id, call.baseUrl()))
        .and("lastModified", Timestamp.of(publication.modified()));
  }

  private static void noteTrashed(Publication shown) {
    if (shown.isTrashed()) {
      Reliance.on(Statement.PUBLICATION_TRASHED);
    }
  }

  private Answer one(Call<Account> call, Publication publication) {
    return Answer.ok().and("publication", json(call, publication));
  }

  private PublicationJson json(Call<Account> call, Publication publication) {
    return PublicationWire.json(publication, call.account(), urls, call.baseUrl());
  }

  private Publications publications(Call<Account> call) {
    return publications.of(call.account());
  }
}
