package io.github.flippingbookemulator.internal.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.http.Body;
import io.github.flippingbookemulator.internal.json.Timestamp;
import io.github.flippingbookemulator.internal.link.LinkDraft.PublicationRef;
import io.github.flippingbookemulator.internal.link.TrackedLinks.NewState;
import io.github.flippingbookemulator.internal.store.Change;
import io.github.flippingbookemulator.link.Notification;
import io.github.flippingbookemulator.link.NotificationSettings;
import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.link.Visits;
import io.github.flippingbookemulator.publication.Publication;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts tracked links to JSON, and request bodies to drafts. */
final class LinkWire {
  private LinkWire() {}

  record LinkJson(
      String id,
      String title,
      String state,
      String createdAt,
      String urlName,
      String triggerId,
      StatsJson shortStats,
      PublicationJson publication,
      AlertsJson triggers) {}

  record StatsJson(VisitsJson fullStats, VisitsJson sinceLastUpdate) {}

  record VisitsJson(@Nullable String lastViewedAt, long viewDuration, int visits) {}

  record PublicationJson(PublicationIdJson id, String title, String url) {}

  record PublicationIdJson(String id, String hashId) {}

  record AlertsJson(
      OnViewJson onView,
      OnDownloadJson onDownload,
      OnNotOpenedJson onNotOpenedUntil,
      String triggerVia) {}

  record OnViewJson(boolean enabled, int amount) {}

  record OnDownloadJson(boolean enabled) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OnNotOpenedJson(boolean enabled, @Nullable String until) {}

  static LinkJson json(TrackedLink link, Publication publication, String url) {
    NotificationSettings alerts = link.alerts();
    Instant until = alerts.notOpenedUntil();
    return new LinkJson(
        link.id(),
        link.title(),
        link.state(),
        Timestamp.of(link.created()),
        link.urlName(),
        link.triggerId(),
        new StatsJson(json(link.all()), json(link.sinceSeen())),
        new PublicationJson(
            new PublicationIdJson(publication.id(), publication.hashId()),
            publication.details().name(),
            url),
        new AlertsJson(
            new OnViewJson(alerts.views() > 0, alerts.views()),
            new OnDownloadJson(alerts.download()),
            new OnNotOpenedJson(until != null, until == null ? null : Timestamp.of(until)),
            alerts.via().wire()));
  }

  static LinkDraft draft(Body body) {
    LinkDraft draft = read(body);
    if (draft.onlyFirstView().given().orElse(false) && draft.firstViews().given().orElse(false)) {
      Reliance.on(Statement.LINK_BOTH_VIEW_TRIGGERS);
    }
    return draft;
  }

  private static LinkDraft read(Body body) {
    return new LinkDraft(
        body.text("title"),
        new PublicationRef(
            body.text("publicationUid").given().map(id -> id.replace("-", "")),
            body.text("publicationHashId").given(),
            body.text("publicationUrl").given()),
        notification(body),
        body.flag("onViewTriggerSingle"),
        body.flag("onViewTrigger"),
        body.flag("onDownload"),
        body.instantOrFalse("onNotOpenedUntil"));
  }

  static NewState newState(Body body) {
    List<String> words = List.of("None", "Disable", "Enable", "Delete");
    Change<String> given = body.word("newState", words);
    if (given.isAbsent() && body.has("newState")) {
      Reliance.on(Statement.LINK_UNKNOWN_STATE);
    }
    String word = given.given().orElse("None");
    return NewState.values()[words.indexOf(word)];
  }

  private static Change<Notification> notification(Body body) {
    List<String> words = Arrays.stream(Notification.values()).map(Notification::wire).toList();
    return body.word("notificationType", words)
        .map(word -> Notification.values()[words.indexOf(word)]);
  }

  private static VisitsJson json(Visits visits) {
    return new VisitsJson(
        visits.last() == null ? null : Timestamp.of(visits.last()),
        visits.duration().toSeconds(),
        visits.count());
  }
}
