package io.github.flippingbookemulator.internal.control;

import static io.github.flippingbookemulator.internal.control.ControlCall.known;

import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.internal.control.ControlOperation.Nothing;
import io.github.flippingbookemulator.source.Outcome;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.source.Source;
import java.util.List;

/** The control of conversions over HTTP. */
public final class ConversionOperations {
  private static final String ALL_SOURCES = "/conversions";
  private static final String ONE = "/conversions/{sourceId}";
  private static final String NEXT = "/conversions/next";

  /** The pace of new sources, and sources. */
  public record Conversions(Pace pace, List<Source> sources) {}

  /** What triggers the steps of a conversion. */
  public record NewPace(Pace pace) {}

  /** After how many requests a source has been converted. */
  public record Polls(int polls) {}

  /** How the conversion of the next source ends. */
  public record NextOutcome(Outcome outcome) {}

  /** Why a conversion fails, in words. */
  public record Reason(String reason) {}

  /** Lists sources, with the pace of new ones. */
  public static final ControlOperation<Nothing, Conversions> LIST =
      new ControlOperation<>(
          "GET",
          ALL_SOURCES,
          "List the sources, of all publications or of one, and tell the pace of new ones.",
          Nothing.class,
          Conversions.class,
          null,
          "publication",
          (emulator, call, body) ->
              new Conversions(
                  emulator.conversions().pace(),
                  call.query("publication")
                      .map(emulator.conversions()::of)
                      .orElseGet(emulator.conversions()::all)));

  /** Reads a source. */
  public static final ControlOperation<Nothing, Source> GET =
      ControlOperation.read(
          ONE,
          "Read a source.",
          Source.class,
          (emulator, call) -> known(() -> emulator.conversions().get(call.id("sourceId"))));

  /** Chooses the pace of new sources. */
  public static final ControlOperation<NewPace, Nothing> PACE =
      ControlOperation.act(
          "PUT",
          ALL_SOURCES + "/pace",
          "Decide what moves new sources on.",
          NewPace.class,
          (emulator, call, body) -> emulator.conversions().pace(body.pace()));

  /** Finishes all conversions. */
  public static final ControlOperation<Nothing, Nothing> FINISH_ALL =
      ControlOperation.act(
          "POST",
          ALL_SOURCES + "/finish",
          "Take all sources all steps on.",
          (emulator, call, body) -> emulator.conversions().finishAll());

  /** Chooses the pace of the next source. */
  public static final ControlOperation<NewPace, Nothing> NEXT_PACE =
      ControlOperation.act(
          "POST",
          NEXT + "/pace",
          "Decide what moves the next source on.",
          NewPace.class,
          (emulator, call, body) -> emulator.conversions().nextPace(body.pace()));

  /** Chooses after how many polls the next source is finished. */
  public static final ControlOperation<Polls, Nothing> NEXT_POLLS =
      ControlOperation.act(
          "POST",
          NEXT + "/polls",
          "Let the next source arrive when it has been asked for so often.",
          Polls.class,
          (emulator, call, body) -> emulator.conversions().finishNextAfterPolls(body.polls()));

  /** Chooses the outcome of the next source. */
  public static final ControlOperation<NextOutcome, Nothing> NEXT_OUTCOME =
      ControlOperation.act(
          "POST",
          NEXT + "/outcome",
          "Decide what becomes of the next source.",
          NextOutcome.class,
          (emulator, call, body) -> emulator.conversions().nextOutcome(body.outcome()));

  /** Fails the next source. */
  public static final ControlOperation<Reason, Nothing> FAIL_NEXT =
      ControlOperation.act(
          "POST",
          NEXT + "/fail",
          "Let the next source fail.",
          Reason.class,
          (emulator, call, body) -> emulator.conversions().failNext(body.reason()));

  /** Takes a source one step on. */
  public static final ControlOperation<Nothing, Nothing> STEP =
      ControlOperation.act(
          "POST",
          ONE + "/step",
          "Take a source one step on.",
          (emulator, call, body) -> emulator.conversions().step(source(emulator, call)));

  /** Finishes a source. */
  public static final ControlOperation<Nothing, Nothing> FINISH =
      ControlOperation.act(
          "POST",
          ONE + "/finish",
          "Take a source all steps on.",
          (emulator, call, body) -> emulator.conversions().finish(source(emulator, call)));

  /** Holds a source back. */
  public static final ControlOperation<Nothing, Nothing> HOLD =
      ControlOperation.act(
          "POST",
          ONE + "/hold",
          "Hold a source back.",
          (emulator, call, body) -> emulator.conversions().hold(source(emulator, call)));

  /** Releases a source. */
  public static final ControlOperation<Nothing, Nothing> RELEASE =
      ControlOperation.act(
          "POST",
          ONE + "/release",
          "Let a source go on that is held back, or stuck.",
          (emulator, call, body) -> emulator.conversions().release(source(emulator, call)));

  /** Fails a source. */
  public static final ControlOperation<Reason, Nothing> FAIL =
      ControlOperation.act(
          "POST",
          ONE + "/fail",
          "Let a source fail.",
          Reason.class,
          (emulator, call, body) ->
              emulator.conversions().fail(source(emulator, call), body.reason()));

  /** Chooses the pace of a source. */
  public static final ControlOperation<NewPace, Nothing> PACE_OF =
      ControlOperation.act(
          "PUT",
          ONE + "/pace",
          "Decide what moves a source on.",
          NewPace.class,
          (emulator, call, body) ->
              emulator.conversions().pace(source(emulator, call), body.pace()));

  /** Chooses after how many polls a source is finished. */
  public static final ControlOperation<Polls, Nothing> POLLS_OF =
      ControlOperation.act(
          "PUT",
          ONE + "/polls",
          "Let a source arrive when it has been asked for so often.",
          Polls.class,
          (emulator, call, body) ->
              emulator.conversions().finishAfterPolls(source(emulator, call), body.polls()));

  static final List<ControlOperation<?, ?>> ALL =
      List.of(
          LIST,
          GET,
          PACE,
          FINISH_ALL,
          NEXT_PACE,
          NEXT_POLLS,
          NEXT_OUTCOME,
          FAIL_NEXT,
          STEP,
          FINISH,
          HOLD,
          RELEASE,
          FAIL,
          PACE_OF,
          POLLS_OF);

  private ConversionOperations() {}

  private static String source(EmulatorControl emulator, ControlCall call) {
    return known(() -> emulator.conversions().get(call.id("sourceId"))).id();
  }
}
