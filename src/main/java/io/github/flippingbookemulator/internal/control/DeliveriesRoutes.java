package io.github.flippingbookemulator.internal.control;

import static io.github.flippingbookemulator.internal.control.ControlCall.known;

import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.trigger.Delivery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The deliveries to webhooks, and the mail outbox, over HTTP. */
public final class DeliveriesRoutes {
  private final EmulatorControl emulator;

  DeliveriesRoutes(EmulatorControl emulator) {
    this.emulator = emulator;
  }

  /** The deliveries to send first; null to send all in order. */
  public record Release(@Nullable List<Long> numbers) {}

  void addTo(ControlEndpoints table) {
    table.ask(
        "GET",
        "/deliveries",
        "List the deliveries of all accounts or of one, with their tries.",
        call -> {
          Optional<Long> account = call.queryNumber("account");
          List<Delivery> all = emulator.deliveries().all();
          return Map.of(
              "deliveries",
              account.isEmpty()
                  ? all
                  : all.stream().filter(each -> each.accountId() == account.get()).toList());
        });
    table.act(
        "POST",
        "/deliveries/hold",
        "Hold all tries back from now on.",
        call -> {
          call.body(ControlRoutes.Nothing.class);
          emulator.deliveries().hold();
        });
    table.act(
        "POST",
        "/deliveries/release",
        "Let go on what is held back, in order, or with some deliveries first.",
        call -> {
          List<Long> numbers = call.body(Release.class).numbers();
          if (numbers == null) {
            emulator.deliveries().release();
          } else {
            emulator.deliveries().release(numbers);
          }
        });
    table.act(
        "POST",
        "/deliveries/redeliver",
        "Send all deliveries once more, as new ones.",
        call -> {
          call.body(ControlRoutes.Nothing.class);
          emulator.deliveries().redeliverAll();
        });
    table.ask(
        "POST",
        "/deliveries/{number}/redeliver",
        "Send a delivery once more, as a new one.",
        call -> {
          call.body(ControlRoutes.Nothing.class);
          return known(() -> emulator.deliveries().redeliver(call.number("number")));
        });
    table.ask(
        "GET",
        "/outbox",
        "List the mails that the service would have sent.",
        call -> Map.of("mails", emulator.outbox().mails()));
    table.act("DELETE", "/outbox", "Throw the mails away.", call -> emulator.outbox().clear());
  }
}
