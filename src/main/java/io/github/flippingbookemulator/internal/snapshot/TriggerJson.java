package io.github.flippingbookemulator.internal.snapshot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.flippingbookemulator.internal.trigger.TriggerState;
import io.github.flippingbookemulator.trigger.EventName;
import io.github.flippingbookemulator.trigger.Trigger;
import io.github.flippingbookemulator.trigger.Trigger.Medium;
import io.github.flippingbookemulator.trigger.TriggerScope;
import java.util.Optional;
import java.util.Set;

/** A trigger as JSON; that of a link has what it has told. */
final class TriggerJson {
  private TriggerJson() {}

  static ObjectNode write(TriggerState state) {
    Trigger trigger = state.trigger();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", trigger.id());
    if (trigger.name() != null) {
      json.put("name", trigger.name());
    }
    if (trigger.endpoint() != null) {
      json.put("endpoint", trigger.endpoint());
    }
    writeSorted(trigger.events(), json.putArray("events"));
    writeSorted(trigger.triggerOn(), json.putArray("triggerOn"));
    ObjectNode limitTo = json.putObject("limitTo");
    if (trigger.limitTo() instanceof TriggerScope.OfPublication scope) {
      limitTo.put("publicationId", scope.publicationId());
    } else if (trigger.limitTo() instanceof TriggerScope.OfLink scope) {
      limitTo.put("linkId", scope.linkId());
    }
    if (trigger.linkId() != null) {
      json.putObject("automatic")
          .put("linkId", trigger.linkId())
          .put("viewsTold", state.viewsTold())
          .put("downloadTold", state.downloadTold());
    }
    return json;
  }

  static TriggerState read(JsonReader json) {
    Optional<Automatic> automatic =
        json.find("automatic").map(part -> part.object(TriggerJson::automatic));
    Trigger trigger =
        new Trigger(
            json.get("id").id(),
            json.find("name").map(JsonReader::text).orElse(null),
            json.find("endpoint").map(JsonReader::text).orElse(null),
            Set.copyOf(json.get("events").list(event -> event.word(EventName.class))),
            Set.copyOf(json.get("triggerOn").list(medium -> medium.word(Medium.class))),
            json.get("limitTo").object(TriggerJson::scope),
            automatic.map(Automatic::linkId).orElse(null));
    return new TriggerState(
        trigger,
        automatic.map(Automatic::viewsTold).orElse(0),
        automatic.map(Automatic::downloadTold).orElse(false));
  }

  private record Automatic(String linkId, int viewsTold, boolean downloadTold) {}

  private static Automatic automatic(JsonReader json) {
    return new Automatic(
        json.get("linkId").id(), json.get("viewsTold").count(), json.get("downloadTold").flag());
  }

  /** The whole account is an object without properties. */
  private static TriggerScope scope(JsonReader json) {
    Optional<JsonReader> publication = json.find("publicationId");
    if (publication.isPresent()) {
      return new TriggerScope.OfPublication(publication.get().id());
    }
    return json.find("linkId")
        .<TriggerScope>map(link -> new TriggerScope.OfLink(link.id()))
        .orElseGet(TriggerScope.OfAccount::new);
  }

  /** In the order of declaration: that of a set changes from run to run. */
  private static <E extends Enum<E>> void writeSorted(Set<E> words, ArrayNode json) {
    words.stream().sorted().forEach(word -> json.add(word.name()));
  }
}
