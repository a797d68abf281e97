package io.github.flippingbookemulator.internal.control;

import static io.github.flippingbookemulator.internal.control.ControlCall.known;

import io.github.flippingbookemulator.internal.control.ControlOperation.Nothing;
import io.github.flippingbookemulator.trigger.Delivery;
import io.github.flippingbookemulator.trigger.Mail;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The deliveries to webhooks, and the mail outbox, over HTTP. */
public final class DeliveryOperations {
  private static final String DELIVERIES = "/deliveries";
  private static final String OUTBOX = "/outbox";

  /** The deliveries to send first; null to send all in order. */
  public record ReleasedDeliveries(@Nullable List<Long> numbers) {}

  /** Lists deliveries. */
  public static final ControlOperation<Nothing, List<Delivery>> LIST =
      ControlOperation.list(
          DELIVERIES,
          "List the deliveries of all accounts or of one, with their tries.",
          "deliveries",
          Delivery.class,
          "account",
          (emulator, call) -> {
            Optional<Long> account = call.queryNumber("account");
            return emulator.deliveries().all().stream()
                .filter(each -> account.isEmpty() || each.accountId() == account.get())
                .toList();
          });

  /** Holds deliveries. */
  public static final ControlOperation<Nothing, Nothing> HOLD =
      ControlOperation.act(
          "POST",
          DELIVERIES + "/hold",
          "Hold all tries back from now on.",
          (emulator, call, body) -> emulator.deliveries().hold());

  /** Releases deliveries. */
  public static final ControlOperation<ReleasedDeliveries, Nothing> RELEASE =
      ControlOperation.act(
          "POST",
          DELIVERIES + "/release",
          "Let go on what is held back, in order, or with some deliveries first.",
          ReleasedDeliveries.class,
          (emulator, call, body) -> {
            if (body.numbers() == null) {
              emulator.deliveries().release();
            } else {
              emulator.deliveries().release(body.numbers());
            }
          });

  /** Sends all deliveries again. */
  public static final ControlOperation<Nothing, Nothing> REDELIVER_ALL =
      ControlOperation.act(
          "POST",
          DELIVERIES + "/redeliver",
          "Send all deliveries once more, as new ones.",
          (emulator, call, body) -> emulator.deliveries().redeliverAll());

  /** Sends a delivery again. */
  public static final ControlOperation<Nothing, Delivery> REDELIVER =
      ControlOperation.change(
          "POST",
          DELIVERIES + "/{number}/redeliver",
          "Send a delivery once more, as a new one.",
          Nothing.class,
          Delivery.class,
          (emulator, call, body) ->
              known(() -> emulator.deliveries().redeliver(call.number("number"))));

  /** Removes the deliveries that have ended. */
  public static final ControlOperation<Nothing, Nothing> CLEAR =
      ControlOperation.act(
          "DELETE",
          DELIVERIES,
          "Remove the deliveries that have ended from the log; pending ones stay.",
          (emulator, call, body) -> emulator.deliveries().clear());

  /** Lists mails. */
  public static final ControlOperation<Nothing, List<Mail>> MAILS =
      ControlOperation.list(
          OUTBOX,
          "List the mails that the service would have sent.",
          "mails",
          Mail.class,
          null,
          (emulator, call) -> emulator.outbox().mails());

  /** Removes the mails. */
  public static final ControlOperation<Nothing, Nothing> CLEAR_MAILS =
      ControlOperation.act(
          "DELETE",
          OUTBOX,
          "Throw the mails away.",
          (emulator, call, body) -> emulator.outbox().clear());

  static final List<ControlOperation<?, ?>> ALL =
      List.of(LIST, HOLD, RELEASE, REDELIVER_ALL, REDELIVER, CLEAR, MAILS, CLEAR_MAILS);

  private DeliveryOperations() {}
}
