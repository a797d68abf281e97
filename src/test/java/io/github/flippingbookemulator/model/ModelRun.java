package io.github.flippingbookemulator.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.fault.CallMatcher;
import io.github.flippingbookemulator.fault.Fault;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.model.ReferenceModel.Hook;
import io.github.flippingbookemulator.model.ReferenceModel.Link;
import io.github.flippingbookemulator.model.ReferenceModel.Pub;
import io.github.flippingbookemulator.snapshot.Snapshot;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.testkit.Json;
import io.github.flippingbookemulator.trigger.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One sequence of steps, taken by the emulator and by the model, which are compared after each. */
final class ModelRun {
  private static final String PUBLICATIONS = "/fbonline/publication";
  private static final String LINKS = "/fbonline/tracked_links";
  private static final String TRIGGERS = "/fbonline/triggers";
  private static final String PDF = Api.base64(TestPdfs.pages(1));
  private static final String NO_PDF = Api.base64(TestPdfs.notAPdf());
  private static final List<String> EVENTS =
      List.of("created", "updated", "deleted", "convertationFailed");
  private static final List<String> NAMES = List.of("Spring", "Summer", "Autumn", "Winter");

  private final Emulator emulator;
  private final Api api;
  private ReferenceModel model;
  private @Nullable Snapshot snapshot;
  private @Nullable ReferenceModel modelThen;

  ModelRun(Emulator emulator) {
    this.emulator = emulator;
    emulator.reset();
    api = new Api(emulator);
    model = new ReferenceModel(emulator.clock().now());
  }

  void take(List<Step> steps) {
    for (Step step : steps) {
      take(step);
      compareEverything();
    }
  }

  private void take(Step step) {
    switch (step.kind()) {
      case CREATE_PUBLICATION -> createPublication(step.how());
      case UPDATE_PUBLICATION -> onPublication(step, this::updatePublication);
      case DELETE_PUBLICATION -> onPublication(step, (pub, how) -> deletePublication(pub));
      case RESTORE_PUBLICATION -> restorePublication(pick(model.publications, step));
      case READ_PUBLICATION -> onPublication(step, (pub, how) -> readPublication(pub));
      case LIST_PUBLICATIONS -> listPublications(step.which() % 5, step.how());
      case ADD_SOURCE -> onPublication(step, this::addSource);
      case LIST_SOURCES -> onPublication(step, (pub, how) -> listSources(pub));
      case CREATE_LINK -> onPublication(step, this::createLink);
      case CHANGE_LINK -> onLink(step);
      case READ_LINK -> readLink(pick(model.links, step));
      case LIST_LINKS -> listLinks(NAMES.get(step.how() % NAMES.size()));
      case CREATE_TRIGGER -> createTrigger(step);
      case CHANGE_TRIGGER -> changeTrigger(step);
      case DELETE_TRIGGER -> deleteTrigger(pick(model.triggers, step));
      case LIST_TRIGGERS -> listTriggers();
      case ADVANCE -> advance(Duration.ofDays(step.how()).plusHours(step.which() % 24));
      case REFUSE_NEXT -> refuseNext(1 + step.how() % 3);
      case SNAPSHOT -> takeSnapshot();
      case RESTORE -> restore();
      case RESET -> reset();
    }
  }

  // Publications

  private void createPublication(int how) {
    String name = NAMES.get(how % NAMES.size());
    String data = how < 4 ? "" : how < 10 ? ", data: '" + PDF + "'" : ", data: '" + NO_PDF + "'";
    Reply reply = api.post(PUBLICATIONS, "{name: '%s'%s}".formatted(name, data));
    if (refused(reply)) {
      return;
    }
    Pub pub = new Pub(fresh(reply.ok().text("/id")), name);
    model.publications.add(pub);
    assertThat(reply.json().has("createdSource")).isEqualTo(how >= 4);
    if (how >= 4) {
      fresh(reply.text("/createdSource/id"));
      model.convert(pub, how < 10);
    }
  }

  private void updatePublication(Pub pub, int how) {
    String name = NAMES.get(how % NAMES.size());
    if (done(api.post(PUBLICATIONS + "/" + pub.id, "{name: '%s'}".formatted(name)), pub)) {
      pub.name = name;
    }
  }

  private void deletePublication(Pub pub) {
    if (done(api.delete(PUBLICATIONS + "/" + pub.id), pub)) {
      model.trash(pub);
    }
  }

  private void restorePublication(@Nullable Pub pub) {
    if (pub != null && pub.trashed != null) {
      emulator.publications().restore(pub.id);
      pub.trashed = null;
    }
  }

  private void readPublication(Pub pub) {
    Reply reply = api.get(PUBLICATIONS + "/" + pub.id);
    if (!refused(reply)) {
      assertThat(shown(reply.ok().at("/publication"))).isEqualTo(shown(pub));
    }
  }

  private void listPublications(int count, int how) {
    String query = NAMES.get(how % NAMES.size());
    int offset = how / NAMES.size();
    Reply reply =
        api.get(PUBLICATIONS + "?count=%d&offset=%d&query=%s".formatted(count, offset, query));
    if (refused(reply)) {
      return;
    }
    List<Pub> matches = model.publications.stream().filter(p -> p.name.equals(query)).toList();
    assertThat(reply.ok().at("/total").intValue()).isEqualTo(matches.size());
    assertThat(reply.at("/publications"))
        .extracting(ModelRun::shown)
        .isEqualTo(matches.stream().skip(offset).limit(count).map(ModelRun::shown).toList());
  }

  // Sources

  private void addSource(Pub pub, int how) {
    boolean readable = how < 8;
    String body = "{filename: 'a.pdf', data: '%s'}".formatted(readable ? PDF : NO_PDF);
    Reply reply = api.post(PUBLICATIONS + "/" + pub.id + "/source", body);
    if (done(reply, pub)) {
      fresh(reply.text("/id"));
      model.convert(pub, readable);
    }
  }

  private void listSources(Pub pub) {
    Reply reply = api.get(PUBLICATIONS + "/" + pub.id + "/source");
    if (!refused(reply)) {
      assertThat(reply.ok().at("/sources"))
          .extracting(source -> source.path("state").textValue())
          .isEqualTo(
              pub.sources.stream()
                  .map(readable -> readable ? "CompletedAllStages" : "CompletedWithErrors")
                  .toList());
    }
  }

  // Tracked links

  private void createLink(Pub pub, int how) {
    String title = how < 3 ? pub.name : NAMES.get(how % NAMES.size());
    String given = how < 3 ? "" : ", title: '" + title + "'";
    Reply reply = api.post(LINKS, "{publicationUid: '%s'%s}".formatted(pub.id, given));
    if (done(reply, pub)) {
      model.links.add(new Link(fresh(reply.text("/links/0/id")), pub.id, title));
      fresh(reply.text("/links/0/urlName"));
    }
  }

  private void onLink(Step step) {
    Link link = pick(model.links, step);
    if (link == null) {
      return;
    }
    String state = List.of("None", "Disable", "Enable", "Delete").get(step.how() % 4);
    String title = NAMES.get(step.which() % NAMES.size());
    Reply reply =
        api.put(LINKS + "/" + link.id, "{newState: '%s', title: '%s'}".formatted(state, title));
    if (refused(reply)) {
      return;
    }
    if (link.standing.startsWith("Deleted")) {
      reply.refused(404, "ObjectNotFound");
      return;
    }
    link.title = title;
    link.standing =
        switch (state) {
          case "Disable" -> "";
          case "Enable" -> "Active, ";
          case "Delete" -> "Deleted, ";
          default -> link.standing;
        };
    assertThat(shown(reply.ok().at("/links/0"), "title")).isEqualTo(shown(link));
  }

  private void readLink(@Nullable Link link) {
    if (link != null) {
      Reply reply = api.get(LINKS + "/" + link.id);
      if (!refused(reply)) {
        assertThat(shown(reply.ok().at("/links/0"), "title")).isEqualTo(shown(link));
      }
    }
  }

  private void listLinks(String title) {
    Reply reply = api.get(LINKS + "?count=1000&title=" + title);
    if (refused(reply)) {
      return;
    }
    List<Link> matches = model.links.stream().filter(link -> link.title.equals(title)).toList();
    assertThat(reply.ok().at("/total").intValue()).isEqualTo(matches.size());
    assertThat(reply.at("/userTotal").longValue())
        .isEqualTo(model.links.stream().filter(l -> !l.standing.startsWith("Del")).count());
    assertThat(reply.at("/links"))
        .extracting(link -> shown(link, "title"))
        .isEqualTo(matches.stream().map(ModelRun::shown).toList());
  }

  // Triggers

  private void createTrigger(Step step) {
    Pub pub = step.how() % 2 == 0 ? null : pick(model.publications, step);
    String scope =
        pub == null
            ? ""
            : ", limitTo: {parentObject: 'publication', parentObjectId: '" + pub.id + "'}";
    Set<String> events = events(step);
    Reply reply =
        api.post(
            TRIGGERS,
            "{trigger: {events: %s, endpoint: '%s'%s}}"
                .formatted(json(events), emulator.inbox("all").url(), scope));
    if (refused(reply)) {
      return;
    }
    if (pub != null && pub.trashed != null) {
      reply.refused(404, "ObjectNotFound");
      return;
    }
    String scopedTo = pub == null ? null : pub.id;
    model.triggers.add(new Hook(fresh(reply.ok().text("/id")), events, scopedTo));
  }

  private void changeTrigger(Step step) {
    Hook hook = pick(model.triggers, step);
    if (hook == null) {
      return;
    }
    Set<String> events = events(step);
    Reply reply =
        api.post(TRIGGERS + "/" + hook.id, "{trigger: {events: %s}}".formatted(json(events)));
    if (!refused(reply)) {
      assertThat(reply.ok().text("/id")).isEqualTo(hook.id);
      hook.events = events;
    }
  }

  private void deleteTrigger(@Nullable Hook hook) {
    if (hook != null) {
      Reply reply = api.delete(TRIGGERS + "/" + hook.id);
      if (!refused(reply)) {
        reply.ok();
        model.triggers.remove(hook);
        api.delete(TRIGGERS + "/" + hook.id).refused(404, "ObjectNotFound");
      }
    }
  }

  private void listTriggers() {
    Reply reply = api.get("/fbonline/webhook");
    if (!refused(reply)) {
      assertThat(reply.ok().at("/webhooks"))
          .extracting(each -> each.path("id").textValue())
          .isEqualTo(
              model.triggers.stream().filter(t -> t.publication == null).map(t -> t.id).toList());
    }
  }

  // Control

  private void advance(Duration step) {
    emulator.clock().advance(step);
    model.advance(step);
  }

  private void refuseNext(int times) {
    emulator.faults().add(new Fault.Refuse(ErrorCode.RATE_LIMIT_EXCEEDED), CallMatcher.next(times));
    model.refusals += times;
  }

  private void takeSnapshot() {
    snapshot = Snapshot.fromJson(emulator.snapshot().toJson());
    modelThen = model.copy();
  }

  private void restore() {
    if (snapshot != null && modelThen != null) {
      emulator.restore(snapshot);
      model = modelThen.copy();
    }
  }

  private void reset() {
    emulator.reset();
    model = new ReferenceModel(emulator.clock().now());
  }

  // Comparing

  private void compareEverything() {
    assertThat(emulator.clock().now()).isEqualTo(model.now);
    assertThat(emulator.publications().all())
        .extracting(pub -> pub.id() + " " + pub.details().name() + " " + pub.state())
        .isEqualTo(model.publications.stream().map(ModelRun::shown).toList());
    assertThat(emulator.links().all())
        .extracting(link -> link.id() + " " + link.title() + " " + link.state())
        .isEqualTo(model.links.stream().map(ModelRun::shown).toList());
    assertThat(emulator.triggers().all().stream().filter(trigger -> !trigger.isAutomatic()))
        .extracting(trigger -> trigger.id())
        .isEqualTo(model.triggers.stream().map(hook -> hook.id).toList());
    assertThat(emulator.deliveries().all())
        .extracting(each -> each.triggerId() + " " + each.event().wire() + " " + about(each))
        .containsExactlyInAnyOrderElementsOf(model.deliveries);
  }

  /** The publication of an event, from the body that the receiver gets. */
  private static String about(Delivery delivery) {
    return Json.parse(delivery.body()).at("/additionalInfo/publicationId").textValue();
  }

  private void onPublication(Step step, OnPublication call) {
    Pub pub = pick(model.publications, step);
    if (pub != null) {
      call.make(pub, step.how());
    }
  }

  private interface OnPublication {
    void make(Pub pub, int how);
  }

  /** Tells whether a write was carried out; those of a trashed publication find nothing. */
  private boolean done(Reply reply, Pub pub) {
    if (refused(reply)) {
      return false;
    }
    if (pub.trashed != null) {
      reply.refused(404, "ObjectNotFound");
      return false;
    }
    reply.ok();
    return true;
  }

  /** Requires the fault that is due. */
  private boolean refused(Reply reply) {
    if (model.refusals == 0) {
      return false;
    }
    model.refusals--;
    reply.refused(429, "RateLimitExceeded");
    return true;
  }

  private String fresh(String id) {
    assertThat(model.ids.add(id)).as("the id %s is new", id).isTrue();
    return id;
  }

  private static Set<String> events(Step step) {
    int first = step.which() % EVENTS.size();
    return Set.of(EVENTS.get(first), EVENTS.get((first + 1 + step.how() % 3) % EVENTS.size()));
  }

  private static String json(Set<String> words) {
    return "['" + String.join("', '", words) + "']";
  }

  private static <T> @Nullable T pick(List<T> all, Step step) {
    return all.isEmpty() ? null : all.get(step.which() % all.size());
  }

  private static String shown(Pub pub) {
    return pub.id + " " + pub.name + " " + pub.state();
  }

  private static String shown(JsonNode publication) {
    return shown(publication, "name");
  }

  private static String shown(JsonNode object, String name) {
    return object.path("id").textValue()
        + " "
        + object.path(name).textValue()
        + " "
        + object.path("state").textValue();
  }

  private static String shown(Link link) {
    return link.id + " " + link.title + " " + link.state();
  }
}
