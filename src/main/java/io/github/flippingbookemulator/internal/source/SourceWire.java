package io.github.flippingbookemulator.internal.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.flippingbookemulator.internal.http.Endpoints;
import io.github.flippingbookemulator.internal.http.Link;
import io.github.flippingbookemulator.source.Source;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sources as JSON. */
final class SourceWire {
  private SourceWire() {}

  /**
   * Progress is sent under two names: the API reference writes a capital P, all other documents do
   * not.
   */
  record SourceJson(
      String id,
      String publicationId,
      List<Link> links,
      String state,
      @Nullable String stage,
      @JsonProperty("Progress") @Nullable String capitalProgress,
      @Nullable String progress) {}

  static SourceJson json(Source source, Instant now, String base) {
    String publication = base + Endpoints.API + "/fbonline/publication/" + source.publicationId();
    String progress = source.progress(now);
    return new SourceJson(
        source.id(),
        source.publicationId(),
        List.of(
            new Link("self", "GET", publication + "/source/" + source.id()),
            new Link("fbonline/publication", "GET", publication)),
        source.state().wire(),
        source.work() == null ? null : source.work().stage().wire(),
        progress,
        progress);
  }
}
