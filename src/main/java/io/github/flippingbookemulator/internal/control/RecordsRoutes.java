package io.github.flippingbookemulator.internal.control;

import static io.github.flippingbookemulator.internal.control.ControlCall.known;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.error.Refusal;
import java.util.Map;
import java.util.Optional;

/** The publications, tracked links and triggers of all accounts over HTTP. */
public final class RecordsRoutes {
  private final EmulatorControl emulator;

  RecordsRoutes(EmulatorControl emulator) {
    this.emulator = emulator;
  }

  public record Enabled(boolean enabled) {}

  void addTo(ControlEndpoints table) {
    addPublications(table);
    table.ask(
        "GET",
        "/links",
        "List the tracked links of all accounts or of one, deleted ones included.",
        call ->
            Map.of(
                "links", account(call).map(emulator.links()::of).orElseGet(emulator.links()::all)));
    table.ask(
        "GET",
        "/links/{linkId}",
        "Read a tracked link.",
        call -> emulator.links().get(call.id("linkId")));
    table.ask(
        "POST",
        "/links/{linkId}/seen",
        "Mark the statistics of a tracked link as seen by its owner.",
        call -> {
          call.body(ControlRoutes.Nothing.class);
          return emulator.links().seen(call.id("linkId"));
        });
    table.ask(
        "GET",
        "/triggers",
        "List the triggers of all accounts or of one, automatic ones included.",
        call ->
            Map.of(
                "triggers",
                account(call).map(emulator.triggers()::of).orElseGet(emulator.triggers()::all)));
    table.ask(
        "GET",
        "/triggers/{triggerId}",
        "Read a trigger.",
        call -> {
          String id = call.id("triggerId");
          return emulator.triggers().find(id).orElseThrow(() -> Refusal.notFound("trigger", id));
        });
  }

  private void addPublications(ControlEndpoints table) {
    table.ask(
        "GET",
        "/publications",
        "List the publications of all accounts or of one, trashed ones included.",
        call ->
            Map.of(
                "publications",
                account(call)
                    .map(emulator.publications()::of)
                    .orElseGet(emulator.publications()::all)));
    table.ask(
        "GET",
        "/publications/{publicationId}",
        "Read a publication.",
        call -> emulator.publications().get(call.id("publicationId")));
    table.ask(
        "POST",
        "/publications/{publicationId}/restore",
        "Take a publication out of the trash.",
        call -> {
          call.body(ControlRoutes.Nothing.class);
          return emulator.publications().restore(call.id("publicationId"));
        });
    table.ask(
        "PUT",
        "/publications/{publicationId}/seo",
        "Let search engines list a publication, or not.",
        call -> {
          boolean enabled = call.body(Enabled.class).enabled();
          return emulator.publications().seo(call.id("publicationId"), enabled);
        });
  }

  private Optional<AccountControl> account(ControlCall call) {
    return call.queryNumber("account").map(id -> known(() -> emulator.accounts().get(id)));
  }
}
