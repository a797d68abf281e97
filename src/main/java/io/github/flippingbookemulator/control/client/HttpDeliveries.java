package io.github.flippingbookemulator.control.client;

import io.github.flippingbookemulator.internal.control.ControlRoutes;
import io.github.flippingbookemulator.internal.control.DeliveriesRoutes.Release;
import io.github.flippingbookemulator.trigger.DeliveriesControl;
import io.github.flippingbookemulator.trigger.Delivery;
import io.github.flippingbookemulator.trigger.Mail;
import io.github.flippingbookemulator.trigger.OutboxControl;
import java.util.List;

/** The deliveries of a remote emulator. */
record HttpDeliveries(ControlClient calls) implements DeliveriesControl {
  private static final String ALL = "/deliveries";

  @Override
  public List<Delivery> all() {
    return calls.list(ALL, "deliveries", Delivery.class);
  }

  @Override
  public void hold() {
    calls.post(ALL + "/hold");
  }

  @Override
  public void release() {
    calls.post(ALL + "/release");
  }

  @Override
  public void release(List<Long> numbers) {
    calls.post(ALL + "/release", new Release(numbers));
  }

  @Override
  public Delivery redeliver(long number) {
    return calls.post(
        ALL + "/" + number + "/redeliver", new ControlRoutes.Nothing(), Delivery.class);
  }

  @Override
  public void redeliverAll() {
    calls.post(ALL + "/redeliver");
  }

  /** The mails of a remote emulator. */
  record Outbox(ControlClient calls) implements OutboxControl {
    @Override
    public List<Mail> mails() {
      return calls.list("/outbox", "mails", Mail.class);
    }

    @Override
    public void clear() {
      calls.delete("/outbox");
    }
  }
}
