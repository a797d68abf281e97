package io.github.flippingbookemulator.control.client;

import static io.github.flippingbookemulator.control.client.ControlClient.encoded;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.control.ControlRoutes;
import io.github.flippingbookemulator.internal.control.RecordsRoutes.Enabled;
import io.github.flippingbookemulator.link.LinksControl;
import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.publication.PublicationsControl;
import io.github.flippingbookemulator.trigger.Trigger;
import io.github.flippingbookemulator.trigger.TriggersControl;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The publications, tracked links and triggers of a remote emulator. */
final class HttpRecords {
  private HttpRecords() {}

  record Publications(ControlClient calls) implements PublicationsControl {
    private static final String ALL = "/publications";

    @Override
    public List<Publication> all() {
      return calls.list(ALL, "publications", Publication.class);
    }

    @Override
    public List<Publication> of(AccountControl account) {
      return calls.list(ALL + "?account=" + account.id(), "publications", Publication.class);
    }

    @Override
    public Optional<Publication> find(String id) {
      return found(() -> get(id));
    }

    @Override
    public Publication get(String id) {
      return calls.get(ALL + "/" + encoded(id), Publication.class);
    }

    @Override
    public Publication restore(String id) {
      return calls.post(
          ALL + "/" + encoded(id) + "/restore", new ControlRoutes.Nothing(), Publication.class);
    }

    @Override
    public Publication seo(String id, boolean enabled) {
      return calls.put(ALL + "/" + encoded(id) + "/seo", new Enabled(enabled), Publication.class);
    }
  }

  record Links(ControlClient calls) implements LinksControl {
    private static final String ALL = "/links";

    @Override
    public List<TrackedLink> all() {
      return calls.list(ALL, "links", TrackedLink.class);
    }

    @Override
    public List<TrackedLink> of(AccountControl account) {
      return calls.list(ALL + "?account=" + account.id(), "links", TrackedLink.class);
    }

    @Override
    public Optional<TrackedLink> find(String id) {
      return found(() -> get(id));
    }

    @Override
    public TrackedLink get(String id) {
      return calls.get(ALL + "/" + encoded(id), TrackedLink.class);
    }

    @Override
    public TrackedLink seen(String id) {
      return calls.post(
          ALL + "/" + encoded(id) + "/seen", new ControlRoutes.Nothing(), TrackedLink.class);
    }
  }

  record Triggers(ControlClient calls) implements TriggersControl {
    private static final String ALL = "/triggers";

    @Override
    public List<Trigger> all() {
      return calls.list(ALL, "triggers", Trigger.class);
    }

    @Override
    public List<Trigger> of(AccountControl account) {
      return calls.list(ALL + "?account=" + account.id(), "triggers", Trigger.class);
    }

    @Override
    public Optional<Trigger> find(String id) {
      return found(() -> calls.get(ALL + "/" + encoded(id), Trigger.class));
    }
  }

  /** Returns an object; empty if it is refused because the object does not exist. */
  static <T> Optional<T> found(Supplier<T> lookUp) {
    try {
      return Optional.of(lookUp.get());
    } catch (Refusal no) {
      if (no.code() == ErrorCode.OBJECT_NOT_FOUND || no.code() == ErrorCode.NOT_FOUND) {
        return Optional.empty();
      }
      throw no;
    }
  }
}
