package io.github.flippingbookemulator.internal.control;

import static io.github.flippingbookemulator.internal.control.ControlCall.known;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.control.ControlOperation.Nothing;
import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.trigger.Trigger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The publications, tracked links and triggers of all accounts over HTTP. */
public final class RecordOperations {
  private static final String PUBLICATION = "/publications/{publicationId}";
  private static final String LINK = "/links/{linkId}";

  /** Whether something is on. */
  public record Enabled(boolean enabled) {}

  /** The state that the API shows; null for the publication's own. */
  public record ShownState(@Nullable String state) {}

  /** Lists publications. */
  public static final ControlOperation<Nothing, List<Publication>> PUBLICATIONS =
      ControlOperation.list(
          "/publications",
          "List the publications of all accounts or of one, trashed ones included.",
          "publications",
          Publication.class,
          "account",
          (emulator, call) ->
              account(emulator, call)
                  .map(emulator.publications()::of)
                  .orElseGet(emulator.publications()::all));

  /** Reads a publication. */
  public static final ControlOperation<Nothing, Publication> GET_PUBLICATION =
      ControlOperation.read(
          PUBLICATION,
          "Read a publication.",
          Publication.class,
          (emulator, call) -> emulator.publications().get(call.id("publicationId")));

  /** Takes a publication out of the trash. */
  public static final ControlOperation<Nothing, Publication> RESTORE =
      ControlOperation.change(
          "POST",
          PUBLICATION + "/restore",
          "Take a publication out of the trash.",
          Nothing.class,
          Publication.class,
          (emulator, call, body) -> emulator.publications().restore(call.id("publicationId")));

  /** Lets search engines list a publication. */
  public static final ControlOperation<Enabled, Publication> SEO =
      ControlOperation.change(
          "PUT",
          PUBLICATION + "/seo",
          "Let search engines list a publication, or not.",
          Enabled.class,
          Publication.class,
          (emulator, call, body) ->
              emulator.publications().seo(call.id("publicationId"), body.enabled()));

  /** Shows another state of a publication. */
  public static final ControlOperation<ShownState, Publication> SHOW_STATE =
      ControlOperation.change(
          "PUT",
          PUBLICATION + "/state",
          "Show a state of a publication that the emulator does not cause itself, or its own"
              + " again.",
          ShownState.class,
          Publication.class,
          (emulator, call, body) ->
              emulator.publications().showState(call.id("publicationId"), body.state()));

  /** Lists tracked links. */
  public static final ControlOperation<Nothing, List<TrackedLink>> LINKS =
      ControlOperation.list(
          "/links",
          "List the tracked links of all accounts or of one, deleted ones included.",
          "links",
          TrackedLink.class,
          "account",
          (emulator, call) ->
              account(emulator, call).map(emulator.links()::of).orElseGet(emulator.links()::all));

  /** Reads a tracked link. */
  public static final ControlOperation<Nothing, TrackedLink> GET_LINK =
      ControlOperation.read(
          LINK,
          "Read a tracked link.",
          TrackedLink.class,
          (emulator, call) -> emulator.links().get(call.id("linkId")));

  /** Marks the statistics of a link as seen. */
  public static final ControlOperation<Nothing, TrackedLink> SEEN =
      ControlOperation.change(
          "POST",
          LINK + "/seen",
          "Mark the statistics of a tracked link as seen by its owner.",
          Nothing.class,
          TrackedLink.class,
          (emulator, call, body) -> emulator.links().seen(call.id("linkId")));

  /** Lets a link expire. */
  public static final ControlOperation<Nothing, TrackedLink> EXPIRE =
      ControlOperation.change(
          "POST",
          LINK + "/expire",
          "Let a tracked link expire now.",
          Nothing.class,
          TrackedLink.class,
          (emulator, call, body) -> emulator.links().expire(call.id("linkId")));

  /** Lists triggers. */
  public static final ControlOperation<Nothing, List<Trigger>> TRIGGERS =
      ControlOperation.list(
          "/triggers",
          "List the triggers of all accounts or of one, automatic ones included.",
          "triggers",
          Trigger.class,
          "account",
          (emulator, call) ->
              account(emulator, call)
                  .map(emulator.triggers()::of)
                  .orElseGet(emulator.triggers()::all));

  /** Reads a trigger. */
  public static final ControlOperation<Nothing, Trigger> GET_TRIGGER =
      ControlOperation.read(
          "/triggers/{triggerId}",
          "Read a trigger.",
          Trigger.class,
          (emulator, call) -> {
            String id = call.id("triggerId");
            return emulator.triggers().find(id).orElseThrow(() -> Refusal.notFound("trigger", id));
          });

  static final List<ControlOperation<?, ?>> ALL =
      List.of(
          PUBLICATIONS,
          GET_PUBLICATION,
          RESTORE,
          SEO,
          SHOW_STATE,
          LINKS,
          GET_LINK,
          SEEN,
          EXPIRE,
          TRIGGERS,
          GET_TRIGGER);

  private RecordOperations() {}

  private static Optional<AccountControl> account(EmulatorControl emulator, ControlCall call) {
    return call.queryNumber("account").map(id -> known(() -> emulator.accounts().get(id)));
  }
}
