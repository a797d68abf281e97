package io.github.flippingbookemulator.internal.trigger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.http.Body;
import io.github.flippingbookemulator.internal.outbound.BadUrl;
import io.github.flippingbookemulator.internal.outbound.WebUrl;
import io.github.flippingbookemulator.internal.store.Change;
import io.github.flippingbookemulator.trigger.EventName;
import io.github.flippingbookemulator.trigger.Trigger;
import io.github.flippingbookemulator.trigger.Trigger.Medium;
import io.github.flippingbookemulator.trigger.TriggerScope;
import io.github.flippingbookemulator.trigger.TriggerScope.OfAccount;
import io.github.flippingbookemulator.trigger.TriggerScope.OfLink;
import io.github.flippingbookemulator.trigger.TriggerScope.OfPublication;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Converts triggers and notifications to JSON, and request bodies to drafts. */
final class TriggerWire {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TriggerWire() {}

  record TriggerJson(
      String id, @Nullable String name, @Nullable String endpoint, List<String> events) {}

  static TriggerJson json(Trigger trigger) {
    List<String> events = trigger.events().stream().sorted().map(EventName::wire).toList();
    return new TriggerJson(trigger.id(), trigger.name(), trigger.endpoint(), events);
  }

  /** Returns the body that a webhook receives (O). */
  static String notification(TriggerEvent event) {
    boolean ofLink = event.linkId() != null || event.event() == EventName.LEAD;
    Map<String, Object> info = new LinkedHashMap<>(event.details());
    info.put("publicationId", event.publicationId());
    info.put("infoType", event.event().wire());
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("scope", ofLink ? "trackedLink" : "publication");
    json.put("objectId", ofLink ? event.linkId() : event.publicationId());
    json.put("event", event.event().wire());
    json.put("additionalInfo", info);
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads the trigger in the body of the current endpoints. */
  static TriggerDraft draft(Body trigger) {
    return new TriggerDraft(
        new Change.Absent<>(),
        endpoint(trigger),
        events(trigger),
        words(trigger, "triggerOn", TriggerWire::medium, media()).map(TriggerWire::media),
        limitTo(trigger));
  }

  /** Reads the body of the older endpoints. */
  static TriggerDraft olderDraft(Body body, Change<TriggerScope> scope) {
    return new TriggerDraft(
        body.text("name"), endpoint(body), events(body), new Change.Absent<>(), scope);
  }

  /** Reports a problem if a new or changed trigger would have no events. */
  static void requireEvents(Body body, TriggerDraft draft, boolean isNew) {
    if (!body.has("events") && (isNew || !draft.events().isAbsent())) {
      Reliance.on(Statement.TRIGGER_BAD_VALUES);
      body.problem("events: at least one of " + EventName.names() + " is needed.");
    }
  }

  /** Reports a problem if a new or changed trigger would have no events or no endpoint. */
  static void requireEventsAndEndpoint(Body body, TriggerDraft draft, boolean isNew) {
    requireEvents(body, draft, isNew);
    if (!body.has("endpoint") && (isNew || !draft.endpoint().isAbsent())) {
      Reliance.on(Statement.TRIGGER_BAD_VALUES);
      body.problem("endpoint: an absolute http or https URL is needed.");
    }
  }

  private static Change<String> endpoint(Body body) {
    Change<String> endpoint = body.text("endpoint");
    endpoint
        .given()
        .ifPresent(
            url -> {
              try {
                WebUrl.parse(url);
              } catch (BadUrl e) {
                Reliance.on(Statement.TRIGGER_BAD_VALUES);
                body.problem(
                    "endpoint: received '"
                        + WebUrl.masked(url)
                        + "', which "
                        + e.reason()
                        + "; accepted is an absolute http or https URL.");
              }
            });
    return endpoint;
  }

  private static Change<Set<EventName>> events(Body body) {
    return words(body, "events", EventName::of, EventName.names())
        .map(events -> events.isEmpty() ? Set.of() : EnumSet.copyOf(events));
  }

  private static Change<TriggerScope> limitTo(Body trigger) {
    return trigger
        .object("limitTo")
        .map(
            limit -> {
              Optional<String> id = limit.text("parentObjectId").given();
              Optional<Medium> kind =
                  limit.text("parentObject").given().flatMap(TriggerWire::medium);
              if (kind.isEmpty() || id.isEmpty()) {
                Reliance.on(Statement.TRIGGER_BAD_VALUES);
                trigger.problem(
                    "limitTo: accepted is null, or parentObject (one of "
                        + media()
                        + ") and parentObjectId.");
                return new OfAccount();
              }
              String plainId = id.get().replace("-", "");
              return kind.get() == Medium.PUBLICATION
                  ? new OfPublication(plainId)
                  : new OfLink(plainId);
            });
  }

  private static <T> Change<List<T>> words(
      Body body, String name, Function<String, Optional<T>> meaning, List<String> accepted) {
    return body.texts(name)
        .map(
            words -> {
              for (String word : words) {
                if (meaning.apply(word).isEmpty()) {
                  Reliance.on(Statement.TRIGGER_BAD_VALUES);
                  body.problem(name + ": received '" + word + "'; accepted are " + accepted + ".");
                }
              }
              return words.stream().flatMap(word -> meaning.apply(word).stream()).toList();
            });
  }

  private static Set<Medium> media(List<Medium> given) {
    return given.isEmpty() ? EnumSet.allOf(Medium.class) : EnumSet.copyOf(given);
  }

  private static List<String> media() {
    return Arrays.stream(Medium.values()).map(Medium::wire).toList();
  }

  /** The case of the word does not matter (E). */
  private static Optional<Medium> medium(String word) {
    Optional<Medium> found =
        Arrays.stream(Medium.values())
            .filter(medium -> medium.wire().equalsIgnoreCase(word))
            .findFirst();
    if (found.filter(medium -> !medium.wire().equals(word)).isPresent()) {
      Reliance.on(Statement.TRIGGER_SCOPE_ANY_CASE);
    }
    return found;
  }
}
