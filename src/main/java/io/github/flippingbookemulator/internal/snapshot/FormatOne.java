package io.github.flippingbookemulator.internal.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.flippingbookemulator.internal.json.RecordMapper;
import io.github.flippingbookemulator.link.Notification;
import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.reader.Lead;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.source.SourceState;
import io.github.flippingbookemulator.source.Stage;
import io.github.flippingbookemulator.trigger.EventName;
import io.github.flippingbookemulator.trigger.Trigger;

/**
 * Turns a snapshot of format 1, which 0.1 wrote before its release, into format 2: properties move
 * into the records they belong to, and enums get the words of the API. What does not fit is left as
 * it is, so that the check of the newest format names it.
 */
final class FormatOne {
  static final int NUMBER = 1;

  private FormatOne() {}

  static ObjectNode upgrade(ObjectNode old) {
    ObjectNode json = old.deepCopy();
    json.put("format", FormatTwo.NUMBER);
    JsonNode random = json.path("ids").path("random");
    if (random.isTextual() && random.textValue().matches("[0-9a-f]{16}")) {
      ((ObjectNode) json.get("ids")).put("random", Long.parseUnsignedLong(random.textValue(), 16));
    }
    object(json, "conversions", FormatOne::upgradeConversions);
    each(json, "accounts", FormatOne::upgradeAccount);
    if (json.get("registeredFiles") instanceof ArrayNode files) {
      ObjectNode byUrl = JsonNodeFactory.instance.objectNode();
      files.forEach(file -> byUrl.set(file.path("url").asText(), file.path("file")));
      json.set("registeredFiles", byUrl);
    }
    return json;
  }

  private static void upgradeConversions(ObjectNode json) {
    word(json, "pace", Pace.values());
    each(json, "nextPacings", FormatOne::upgradePacing);
    each(json, "nextOutcomes", FormatOne::upgradeOutcome);
  }

  private static void upgradePacing(ObjectNode json) {
    word(json, "pace", Pace.values());
    if (!json.has("polls")) {
      json.put("polls", 0);
    }
  }

  private static void upgradeOutcome(ObjectNode json) {
    if (json.has("failed")) {
      json.set("reason", json.remove("failed"));
      json.put("type", "failed");
    } else if (json.has("stuck")) {
      json.set("state", json.remove("stuck"));
      word(json, "state", SourceState.values());
      json.put("type", "stuck");
    } else {
      json.put("type", "natural");
    }
  }

  private static void upgradeAccount(ObjectNode json) {
    object(
        json,
        "plan",
        plan -> {
          for (String limit : new String[] {"maxPublications", "maxTrackedLinks", "maxTriggers"}) {
            if (!plan.has(limit)) {
              plan.put(limit, Integer.MAX_VALUE);
            }
          }
        });
    wrap(json, "options", "email", "accessToken", "apiKeys", "plan", "domains", "folders");
    wrap(json, "account", "id", "hashId", "options");
    ObjectNode leadForms = JsonNodeFactory.instance.objectNode();
    each(json, "publications", publication -> upgradePublication(publication, leadForms));
    json.set("leadForms", leadForms);
    each(json, "sources", FormatOne::upgradeSource);
    JsonNode queue = json.remove("line");
    ObjectNode sources = JsonNodeFactory.instance.objectNode();
    sources.set("sources", json.remove("sources"));
    if (queue instanceof ObjectNode object) {
      sources.setAll(object);
    }
    json.set("sources", sources);
    each(json, "links", FormatOne::upgradeLink);
    each(json, "triggers", FormatOne::upgradeTrigger);
  }

  private static void upgradePublication(ObjectNode json, ObjectNode leadForms) {
    if (json.has("leadForm")) {
      each(json, "leadForm", field -> word(field, "type", Lead.Type.values()));
      leadForms.set(json.path("id").asText(), json.remove("leadForm"));
    }
    word(json, "extent", Publication.Extent.values());
    wrap(json, "details", "name", "description", "folder", "domain", "lastPdfName", "seoEnabled");
    wrap(json, "content", "extent", "totalPages");
  }

  private static void upgradeSource(ObjectNode json) {
    word(json, "state", SourceState.values());
    object(json, "work", work -> word(work, "stage", Stage.values()));
    wrap(
        json,
        "source",
        "id",
        "publicationId",
        "received",
        "state",
        "work",
        "totalPages",
        "failure");
    if (json.has("pacing")) {
      json.set("paceSetting", json.remove("pacing"));
    }
    object(json, "paceSetting", FormatOne::upgradePacing);
    object(json, "outcome", FormatOne::upgradeOutcome);
    object(json, "pdf", FormatOne::upgradePdf);
  }

  private static void upgradePdf(ObjectNode json) {
    if (json.has("file")) {
      json.set("content", json.remove("file"));
      json.put("type", "usable");
    } else if (json.has("unusable")) {
      json.set("reason", json.remove("unusable"));
      json.put("type", "unusable");
    } else {
      ObjectNode content = JsonNodeFactory.instance.objectNode();
      if (json.has("url")) {
        content.put("type", "address").set("url", json.remove("url"));
      } else if (json.has("data")) {
        content.put("type", "data").set("base64", json.remove("data"));
      }
      json.set("content", content);
      wrap(json, "upload", "filename", "content");
      json.put("type", "onItsWay");
    }
  }

  private static void upgradeLink(ObjectNode json) {
    word(json, "standing", TrackedLink.Status.values());
    object(json, "alerts", alerts -> word(alerts, "via", Notification.values()));
  }

  private static void upgradeTrigger(ObjectNode json) {
    words(json, "events", EventName.values());
    words(json, "triggerOn", Trigger.Medium.values());
    object(
        json,
        "limitTo",
        scope ->
            scope.put(
                "type",
                scope.has("publicationId")
                    ? "ofPublication"
                    : scope.has("linkId") ? "ofLink" : "ofAccount"));
    JsonNode automatic = json.remove("automatic");
    if (automatic instanceof ObjectNode object) {
      json.setAll(object);
    }
    wrap(json, "trigger", "id", "name", "endpoint", "events", "triggerOn", "limitTo", "linkId");
    if (!json.has("viewsTold")) {
      json.put("viewsTold", 0);
    }
    if (!json.has("downloadTold")) {
      json.put("downloadTold", false);
    }
  }

  /** Moves properties into an object of their own. */
  private static void wrap(ObjectNode json, String name, String... properties) {
    ObjectNode inner = JsonNodeFactory.instance.objectNode();
    for (String property : properties) {
      if (json.has(property)) {
        inner.set(property, json.remove(property));
      }
    }
    json.set(name, inner);
  }

  private static void word(ObjectNode json, String name, Enum<?>[] constants) {
    if (json.has(name)) {
      json.set(name, word(json.get(name), constants));
    }
  }

  private static void words(ObjectNode json, String name, Enum<?>[] constants) {
    if (json.get(name) instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, word(list.get(i), constants));
      }
    }
  }

  /** The word for a constant that is written by its name; anything else as it is. */
  private static JsonNode word(JsonNode value, Enum<?>[] constants) {
    for (Enum<?> constant : constants) {
      if (constant.name().equals(value.textValue())) {
        return JsonNodeFactory.instance.textNode(RecordMapper.wordOf(constant));
      }
    }
    return value;
  }

  private static void object(ObjectNode json, String name, Step step) {
    if (json.get(name) instanceof ObjectNode object) {
      step.upgrade(object);
    }
  }

  private static void each(ObjectNode json, String name, Step step) {
    if (json.get(name) instanceof ArrayNode list) {
      for (JsonNode element : list) {
        if (element instanceof ObjectNode object) {
          step.upgrade(object);
        }
      }
    }
  }

  private interface Step {
    void upgrade(ObjectNode json);
  }
}
