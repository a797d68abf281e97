package io.github.flippingbookemulator.internal.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What probes have made on one side, and how it is removed. */
final class Creations {
  private static final String PUBLICATIONS = "/fbonline/publication";
  private static final String DELETE_LINK = "{\"newState\":\"Delete\"}";

  private final String name;
  private final Deque<Made> made = new ArrayDeque<>();
  private boolean answerLost;

  /** What removes something, and how a person would call that thing. */
  private record Made(ApiRequest removal, String what) {}

  /**
   * Begins with nothing.
   *
   * @param name what the names of all publications of this run begin with
   */
  Creations(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  void publication(String id) {
    add(ApiRequest.of("DELETE", PUBLICATIONS + "/" + id), "publication " + id);
  }

  void trigger(String id) {
    add(ApiRequest.of("DELETE", "/fbonline/triggers/" + id), "trigger " + id);
  }

  void link(String id) {
    ApiRequest removal =
        new ApiRequest(
            "PUT",
            "/fbonline/tracked_links/" + id,
            null,
            DELETE_LINK.getBytes(StandardCharsets.UTF_8));
    add(removal, "tracked link " + id);
  }

  /** Says that something may have been made whose id was lost with the answer. */
  void answerLost() {
    answerLost = true;
  }

  /** Says that a probe has removed something itself. */
  void removed(String id) {
    made.removeIf(each -> each.what().endsWith(" " + id));
  }

  /**
   * Removes everything, the newest first.
   *
   * @param client calls the side; not the one of the probes, which may have been stopped
   * @return what could not be removed, in words
   */
  List<String> removeAll(ApiClient client) {
    List<String> left = new ArrayList<>();
    if (answerLost) {
      try {
        findByName(client);
      } catch (NoAnswer | CannotTell e) {
        left.add(
            "perhaps publications and triggers that are named '"
                + name
                + "', which cannot be listed");
      }
    }
    for (Made each = made.poll(); each != null; each = made.poll()) {
      String problem = remove(each, client);
      if (problem != null) {
        left.add(each.what() + " (" + problem + ")");
      }
    }
    return left;
  }

  private @Nullable String remove(Made each, ApiClient client) {
    try {
      Reply reply = client.send(each.removal());
      return reply.isSuccess() || reply.code().equals("ObjectNotFound")
          ? null
          : "answered " + reply.status() + " " + reply.code();
    } catch (NoAnswer e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** Publications have the name of the run, triggers have it in their endpoint. */
  private void findByName(ApiClient client) {
    String query = PUBLICATIONS + "?count=1000&query=" + name;
    JsonNode list = client.send(ApiRequest.get(query)).ok("the list of publications");
    for (JsonNode each : list.path("publications")) {
      if (each.path("name").asText().startsWith(name)
          && !each.path("state").asText().contains("Trashed")
          && !isKnown(each)) {
        publication(each.path("id").asText());
      }
    }
    JsonNode triggers = client.send(ApiRequest.get("/fbonline/webhook")).ok("the triggers");
    for (JsonNode each : triggers.path("webhooks")) {
      if (each.path("endpoint").asText().contains(name) && !isKnown(each)) {
        trigger(each.path("id").asText());
      }
    }
  }

  private boolean isKnown(JsonNode object) {
    String end = " " + object.path("id").asText();
    return made.stream().anyMatch(each -> each.what().endsWith(end));
  }

  private void add(ApiRequest removal, String what) {
    made.push(new Made(removal, what));
  }
}
