package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.internal.account.Account;
import io.github.flippingbookemulator.internal.account.PerAccount;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.http.Answer;
import io.github.flippingbookemulator.internal.http.Call;
import io.github.flippingbookemulator.internal.http.Endpoints;
import io.github.flippingbookemulator.internal.http.JsonList;
import io.github.flippingbookemulator.internal.publication.Publications;
import io.github.flippingbookemulator.internal.publication.Upload;
import io.github.flippingbookemulator.internal.publication.UploadWire;
import io.github.flippingbookemulator.internal.source.SourceWire.SourceJson;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.source.Source;
import java.util.Optional;

/** The calls about sources. */
public final class SourceRoutes {
  private static final String LIST = "/fbonline/publication/{id}/source";

  private final PerAccount<Publications> publications;
  private final AllSources sources;
  private final EmulatorClock clock;

  /**
   * Makes the routes.
   *
   * @param publications the publications of each account
   * @param sources the sources of each account
   * @param clock for the progress of sources
   */
  public SourceRoutes(
      PerAccount<Publications> publications, AllSources sources, EmulatorClock clock) {
    this.publications = publications;
    this.sources = sources;
    this.clock = clock;
  }

  /**
   * Adds the endpoints of sources.
   *
   * @param endpoints the table of all endpoints
   */
  public void addTo(Endpoints<Account> endpoints) {
    endpoints.get(LIST, this::list);
    endpoints.post(LIST, this::create);
    endpoints.get(LIST + "/{sourceId}", this::read);
  }

  private Answer list(Call<Account> call) {
    String publicationId = publications(call).get(call.id("id")).id();
    return Answer.after(
        sources(call).polled(publicationId),
        done ->
            Answer.ok()
                .and(
                    "sources",
                    JsonList.of(sources(call).of(publicationId), source -> json(call, source))));
  }

  private Answer create(Call<Account> call) {
    String publicationId = publications(call).getForWriting(call.id("id")).id();
    Optional<Upload> upload = UploadWire.upload(call.body());
    if (upload.isEmpty()) {
      Reliance.on(Statement.SOURCE_NEITHER_URL_NOR_DATA);
      call.body().problem("url, data: one of the two has to bring the PDF.");
    }
    call.body().check();
    sources
        .refusal()
        .ifPresent(
            refusal -> {
              throw refusal;
            });
    return Answer.after(
        sources(call).add(publicationId, upload.orElseThrow()), id -> Answer.ok().and("id", id));
  }

  private Answer read(Call<Account> call) {
    String publicationId = publications(call).get(call.id("id")).id();
    String sourceId = sources(call).get(publicationId, call.id("sourceId")).id();
    return Answer.after(
        sources(call).polledSource(sourceId),
        done -> Answer.ok().and("source", json(call, sources(call).get(publicationId, sourceId))));
  }

  private SourceJson json(Call<Account> call, Source source) {
    return SourceWire.json(source, clock.now(), call.baseUrl());
  }

  private Publications publications(Call<Account> call) {
    return publications.of(call.account());
  }

  private Sources sources(Call<Account> call) {
    return sources.of(call.account());
  }
}
