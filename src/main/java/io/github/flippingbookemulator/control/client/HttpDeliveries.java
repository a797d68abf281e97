package io.github.flippingbookemulator.control.client;

import io.github.flippingbookemulator.internal.control.DeliveryOperations;
import io.github.flippingbookemulator.internal.control.DeliveryOperations.ReleasedDeliveries;
import io.github.flippingbookemulator.trigger.DeliveriesControl;
import io.github.flippingbookemulator.trigger.Delivery;
import io.github.flippingbookemulator.trigger.Mail;
import io.github.flippingbookemulator.trigger.OutboxControl;
import java.util.List;

/** The deliveries of a remote emulator. */
record HttpDeliveries(ControlClient calls) implements DeliveriesControl {
  @Override
  public List<Delivery> all() {
    return calls.call(DeliveryOperations.LIST);
  }

  @Override
  public void hold() {
    calls.call(DeliveryOperations.HOLD);
  }

  @Override
  public void release() {
    calls.call(DeliveryOperations.RELEASE, new ReleasedDeliveries(null));
  }

  @Override
  public void release(List<Long> numbers) {
    calls.call(DeliveryOperations.RELEASE, new ReleasedDeliveries(numbers));
  }

  @Override
  public Delivery redeliver(long number) {
    return calls.call(DeliveryOperations.REDELIVER, number);
  }

  @Override
  public void redeliverAll() {
    calls.call(DeliveryOperations.REDELIVER_ALL);
  }

  @Override
  public void clear() {
    calls.call(DeliveryOperations.CLEAR);
  }

  /** The mails of a remote emulator. */
  record Outbox(ControlClient calls) implements OutboxControl {
    @Override
    public List<Mail> mails() {
      return calls.call(DeliveryOperations.MAILS);
    }

    @Override
    public void clear() {
      calls.call(DeliveryOperations.CLEAR_MAILS);
    }
  }
}
