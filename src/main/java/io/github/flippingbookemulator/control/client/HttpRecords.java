package io.github.flippingbookemulator.control.client;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.control.RecordOperations;
import io.github.flippingbookemulator.internal.control.RecordOperations.Enabled;
import io.github.flippingbookemulator.internal.control.RecordOperations.ShownState;
import io.github.flippingbookemulator.link.LinksControl;
import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.publication.PublicationsControl;
import io.github.flippingbookemulator.trigger.Trigger;
import io.github.flippingbookemulator.trigger.TriggersControl;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The publications, tracked links and triggers of a remote emulator. */
final class HttpRecords {
  private HttpRecords() {}

  record Publications(ControlClient calls) implements PublicationsControl {
    @Override
    public List<Publication> all() {
      return calls.call(RecordOperations.PUBLICATIONS);
    }

    @Override
    public List<Publication> of(AccountControl account) {
      return calls.call(RecordOperations.PUBLICATIONS, account.id());
    }

    @Override
    public Optional<Publication> find(String id) {
      return found(() -> get(id));
    }

    @Override
    public Publication get(String id) {
      return calls.call(RecordOperations.GET_PUBLICATION, id);
    }

    @Override
    public Publication restore(String id) {
      return calls.call(RecordOperations.RESTORE, id);
    }

    @Override
    public Publication seo(String id, boolean enabled) {
      return calls.call(RecordOperations.SEO, new Enabled(enabled), id);
    }

    @Override
    public Publication showState(String id, @Nullable String state) {
      return calls.call(RecordOperations.SHOW_STATE, new ShownState(state), id);
    }
  }

  record Links(ControlClient calls) implements LinksControl {
    @Override
    public List<TrackedLink> all() {
      return calls.call(RecordOperations.LINKS);
    }

    @Override
    public List<TrackedLink> of(AccountControl account) {
      return calls.call(RecordOperations.LINKS, account.id());
    }

    @Override
    public Optional<TrackedLink> find(String id) {
      return found(() -> get(id));
    }

    @Override
    public TrackedLink get(String id) {
      return calls.call(RecordOperations.GET_LINK, id);
    }

    @Override
    public TrackedLink seen(String id) {
      return calls.call(RecordOperations.SEEN, id);
    }

    @Override
    public TrackedLink expire(String id) {
      return calls.call(RecordOperations.EXPIRE, id);
    }
  }

  record Triggers(ControlClient calls) implements TriggersControl {
    @Override
    public List<Trigger> all() {
      return calls.call(RecordOperations.TRIGGERS);
    }

    @Override
    public List<Trigger> of(AccountControl account) {
      return calls.call(RecordOperations.TRIGGERS, account.id());
    }

    @Override
    public Optional<Trigger> find(String id) {
      return found(() -> calls.call(RecordOperations.GET_TRIGGER, id));
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
