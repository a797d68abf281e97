package io.github.flippingbookemulator.internal.control;

import static io.github.flippingbookemulator.internal.control.ControlCall.known;

import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.source.ConversionsControl;
import io.github.flippingbookemulator.source.Outcome;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.source.Source;
import java.util.List;
import java.util.function.BiConsumer;

/** The control of conversions over HTTP. */
public final class ConversionsRoutes {
  private static final String ONE = "/conversions/{sourceId}";

  private final EmulatorControl emulator;

  ConversionsRoutes(EmulatorControl emulator) {
    this.emulator = emulator;
  }

  public record Conversions(Pace pace, List<Source> sources) {}

  public record NewPace(Pace pace) {}

  public record Polls(int polls) {}

  public record NextOutcome(Outcome outcome) {}

  public record Reason(String reason) {}

  void addTo(ControlEndpoints table) {
    table.ask(
        "GET",
        "/conversions",
        "List the sources, of all publications or of one, and tell the pace of new ones.",
        call ->
            new Conversions(
                conversions().pace(),
                call.query("publication")
                    .map(id -> conversions().of(id))
                    .orElseGet(() -> conversions().all())));
    table.ask(
        "GET", ONE, "Read a source.", call -> known(() -> conversions().get(call.id("sourceId"))));
    addNext(table);
    addOne(table, "step", "Take a source one step on.", ConversionsControl::step);
    addOne(table, "finish", "Take a source all steps on.", ConversionsControl::finish);
    addOne(table, "hold", "Hold a source back.", ConversionsControl::hold);
    addOne(
        table,
        "release",
        "Let a source go on that is held back, or stuck.",
        ConversionsControl::release);
    table.act(
        "POST",
        ONE + "/fail",
        "Let a source fail.",
        call -> {
          String reason = call.body(Reason.class).reason();
          conversions().fail(source(call), reason);
        });
    table.act(
        "PUT",
        ONE + "/pace",
        "Decide what moves a source on.",
        call -> {
          Pace pace = call.body(NewPace.class).pace();
          conversions().pace(source(call), pace);
        });
    table.act(
        "PUT",
        ONE + "/polls",
        "Let a source arrive when it has been asked for so often.",
        call -> {
          int polls = call.body(Polls.class).polls();
          conversions().finishAfterPolls(source(call), polls);
        });
  }

  private void addNext(ControlEndpoints table) {
    table.act(
        "PUT",
        "/conversions/pace",
        "Decide what moves new sources on.",
        call -> conversions().pace(call.body(NewPace.class).pace()));
    table.act(
        "POST",
        "/conversions/finish",
        "Take all sources all steps on.",
        call -> {
          call.body(ControlRoutes.Nothing.class);
          conversions().finishAll();
        });
    table.act(
        "POST",
        "/conversions/next/pace",
        "Decide what moves the next source on.",
        call -> conversions().nextPace(call.body(NewPace.class).pace()));
    table.act(
        "POST",
        "/conversions/next/polls",
        "Let the next source arrive when it has been asked for so often.",
        call -> conversions().finishNextAfterPolls(call.body(Polls.class).polls()));
    table.act(
        "POST",
        "/conversions/next/outcome",
        "Decide what becomes of the next source.",
        call -> conversions().nextOutcome(call.body(NextOutcome.class).outcome()));
    table.act(
        "POST",
        "/conversions/next/fail",
        "Let the next source fail.",
        call -> conversions().failNext(call.body(Reason.class).reason()));
  }

  private void addOne(
      ControlEndpoints table,
      String what,
      String summary,
      BiConsumer<ConversionsControl, String> how) {
    table.act(
        "POST",
        ONE + "/" + what,
        summary,
        call -> {
          call.body(ControlRoutes.Nothing.class);
          how.accept(conversions(), source(call));
        });
  }

  private String source(ControlCall call) {
    return known(() -> conversions().get(call.id("sourceId"))).id();
  }

  private ConversionsControl conversions() {
    return emulator.conversions();
  }
}
