package io.github.flippingbookemulator.internal.snapshot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.flippingbookemulator.link.Notification;
import io.github.flippingbookemulator.link.NotificationSettings;
import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.link.TrackedLink.Status;
import io.github.flippingbookemulator.link.Visits;
import java.util.regex.Pattern;

/** A tracked link as JSON. */
final class LinkJson {
  private static final Pattern URL_NAME = Pattern.compile("[a-z0-9]{12}");

  private LinkJson() {}

  static ObjectNode write(TrackedLink link) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", link.id());
    json.put("urlName", link.urlName());
    json.put("publicationId", link.publicationId());
    json.put("triggerId", link.triggerId());
    json.put("created", link.created().toString());
    json.put("title", link.title());
    json.put("standing", link.standing().name());
    json.set("alerts", write(link.alerts()));
    json.put("visitsBefore", link.visitsBefore());
    json.set("all", write(link.all()));
    json.set("sinceSeen", write(link.sinceSeen()));
    return json;
  }

  static TrackedLink read(JsonReader json) {
    return new TrackedLink(
        json.get("id").id(),
        json.get("urlName").text(URL_NAME, "twelve lowercase letters and digits"),
        json.get("publicationId").id(),
        json.get("triggerId").id(),
        json.get("created").instant(),
        json.get("title").text(),
        json.get("alerts").object(LinkJson::alerts),
        json.get("visitsBefore").count(),
        json.get("standing").word(Status.class),
        json.get("all").object(LinkJson::visits),
        json.get("sinceSeen").object(LinkJson::visits));
  }

  private static ObjectNode write(NotificationSettings alerts) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("firstView", alerts.firstView())
            .put("firstViews", alerts.firstViews())
            .put("download", alerts.download());
    if (alerts.notOpenedUntil() != null) {
      json.put("notOpenedUntil", alerts.notOpenedUntil().toString());
    }
    return json.put("via", alerts.via().name());
  }

  private static NotificationSettings alerts(JsonReader json) {
    return new NotificationSettings(
        json.get("firstView").flag(),
        json.get("firstViews").flag(),
        json.get("download").flag(),
        json.find("notOpenedUntil").map(JsonReader::instant).orElse(null),
        json.get("via").word(Notification.class));
  }

  private static ObjectNode write(Visits visits) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("count", visits.count())
            .put("duration", visits.duration().toString());
    return visits.last() == null ? json : json.put("last", visits.last().toString());
  }

  private static Visits visits(JsonReader json) {
    return new Visits(
        json.get("count").count(),
        json.get("duration").duration(),
        json.find("last").map(JsonReader::instant).orElse(null));
  }
}
