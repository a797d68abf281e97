package io.github.flippingbookemulator.internal.snapshot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.flippingbookemulator.internal.publication.Upload;
import io.github.flippingbookemulator.internal.source.ConversionsState;
import io.github.flippingbookemulator.internal.source.FileContent;
import io.github.flippingbookemulator.internal.source.PaceSetting;
import io.github.flippingbookemulator.internal.source.SourcesState;
import io.github.flippingbookemulator.internal.source.SourcesState.OnItsWay;
import io.github.flippingbookemulator.internal.source.SourcesState.Unusable;
import io.github.flippingbookemulator.internal.source.SourcesState.Usable;
import io.github.flippingbookemulator.source.Outcome;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.source.Source;
import io.github.flippingbookemulator.source.SourceState;
import io.github.flippingbookemulator.source.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A source, and what new sources are to go through, as JSON. */
final class SourceJson {
  /** Longer than any stage takes, and short enough to be counted in. */
  private static final Duration LONGEST = Duration.ofDays(36_500_000);

  private SourceJson() {}

  static ObjectNode write(SourcesState.Entry entry, FileTable files) {
    Source source = entry.source();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", source.id());
    json.put("publicationId", source.publicationId());
    json.put("received", source.received().toString());
    json.put("state", source.state().name());
    if (source.work() != null) {
      json.putObject("work")
          .put("stage", source.work().stage().name())
          .put("began", source.work().began().toString())
          .put("takes", source.work().takes().toString());
    }
    json.put("totalPages", source.totalPages());
    if (source.failure() != null) {
      json.put("failure", source.failure());
    }
    json.put("shown", entry.shown());
    json.set("pacing", write(entry.paceSetting()));
    json.set("outcome", write(entry.outcome()));
    json.set("pdf", write(entry.pdf(), files));
    return json;
  }

  static SourcesState.Entry read(JsonReader json, FileTable files) {
    Source source =
        new Source(
            json.get("id").id(),
            json.get("publicationId").id(),
            json.get("received").instant(),
            json.get("state").word(SourceState.class),
            json.find("work").map(work -> work.object(SourceJson::work)).orElse(null),
            json.get("totalPages").count(),
            json.find("failure").map(JsonReader::text).orElse(null));
    boolean shown = json.get("shown").flag();
    PaceSetting paceSetting = json.get("pacing").object(SourceJson::paceSetting);
    Outcome outcome = json.get("outcome").object(SourceJson::outcome);
    SourcesState.Pdf pdf = json.get("pdf").object(part -> pdf(part, files));
    return json.make(() -> new SourcesState.Entry(source, paceSetting, outcome, pdf, shown));
  }

  static ObjectNode write(ConversionsState state) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("pace", state.pace().name());
    ArrayNode pacings = json.putArray("nextPacings");
    state.nextPacings().forEach(each -> pacings.add(write(each)));
    ArrayNode outcomes = json.putArray("nextOutcomes");
    state.nextOutcomes().forEach(each -> outcomes.add(write(each)));
    return json;
  }

  static ConversionsState readConversions(JsonReader json) {
    return new ConversionsState(
        json.get("pace").word(Pace.class),
        json.get("nextPacings").objects(SourceJson::paceSetting),
        json.get("nextOutcomes").objects(SourceJson::outcome));
  }

  private static Source.Work work(JsonReader json) {
    Instant began = json.get("began").instant();
    JsonReader takes = json.get("takes");
    Duration duration = takes.duration();
    if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
      throw takes.must("a duration from zero to " + LONGEST);
    }
    return new Source.Work(json.get("stage").word(Stage.class), began, duration);
  }

  private static ObjectNode write(PaceSetting paceSetting) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("pace", paceSetting.pace().name());
    return paceSetting.polls() == 0 ? json : json.put("polls", paceSetting.polls());
  }

  private static PaceSetting paceSetting(JsonReader json) {
    Pace pace = json.get("pace").word(Pace.class);
    int polls = json.find("polls").map(JsonReader::count).orElse(0);
    return json.make(() -> new PaceSetting(pace, polls));
  }

  /** The natural outcome is an object without properties. */
  private static ObjectNode write(Outcome outcome) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (outcome instanceof Outcome.Failed failed) {
      json.put("failed", failed.reason());
    } else if (outcome instanceof Outcome.Stuck stuck) {
      json.put("stuck", stuck.state().name());
    }
    return json;
  }

  private static Outcome outcome(JsonReader json) {
    Optional<JsonReader> failed = json.find("failed");
    if (failed.isPresent()) {
      return new Outcome.Failed(failed.get().text());
    }
    Optional<JsonReader> stuck = json.find("stuck");
    if (stuck.isPresent()) {
      SourceState state = stuck.get().word(SourceState.class);
      return stuck.get().make(() -> new Outcome.Stuck(state));
    }
    return new Outcome.Natural();
  }

  private static ObjectNode write(SourcesState.Pdf pdf, FileTable files) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (pdf instanceof Usable usable) {
      return json.put("file", files.add(usable.content())).put("pages", usable.pages());
    }
    if (pdf instanceof Unusable unusable) {
      return json.put("unusable", unusable.reason());
    }
    Upload upload = ((OnItsWay) pdf).upload();
    upload.filename().ifPresent(name -> json.put("filename", name));
    return upload.content() instanceof Upload.Address address
        ? json.put("url", address.url())
        : json.put("data", ((Upload.Data) upload.content()).base64());
  }

  private static SourcesState.Pdf pdf(JsonReader json, FileTable files) {
    Optional<JsonReader> file = json.find("file");
    if (file.isPresent()) {
      FileContent content = files.get(file.get());
      return new Usable(content, (int) json.get("pages").number(1, Integer.MAX_VALUE));
    }
    Optional<JsonReader> unusable = json.find("unusable");
    if (unusable.isPresent()) {
      return new Unusable(unusable.get().text());
    }
    Optional<String> filename = json.find("filename").map(JsonReader::text);
    Optional<JsonReader> url = json.find("url");
    return new OnItsWay(
        new Upload(
            filename,
            url.isPresent()
                ? new Upload.Address(url.get().text())
                : new Upload.Data(json.get("data").text())));
  }
}
