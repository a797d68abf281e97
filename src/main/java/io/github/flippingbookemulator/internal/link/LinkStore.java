package io.github.flippingbookemulator.internal.link;

import io.github.flippingbookemulator.internal.store.OrderedStore;
import io.github.flippingbookemulator.internal.store.Page;
import io.github.flippingbookemulator.internal.store.Paging;
import io.github.flippingbookemulator.link.TrackedLink;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The tracked links of one account: in order, by id and by URL name. Writing and {@link
 * #notDeleted} need the account's lock, other reading does not.
 */
final class LinkStore {
  private final OrderedStore<TrackedLink> inOrder = new OrderedStore<>();
  private final Map<String, String> idsByUrlName = new ConcurrentHashMap<>();
  private int notDeleted;

  void put(TrackedLink link) {
    find(link.id()).ifPresent(before -> notDeleted -= before.isDeleted() ? 0 : 1);
    notDeleted += link.isDeleted() ? 0 : 1;
    inOrder.put(link.id(), link);
    idsByUrlName.put(link.urlName(), link.id());
  }

  void remove(TrackedLink link) {
    notDeleted -= link.isDeleted() ? 0 : 1;
    inOrder.remove(link.id());
    idsByUrlName.remove(link.urlName());
  }

  Optional<TrackedLink> find(String id) {
    return inOrder.find(id);
  }

  Optional<TrackedLink> byUrlName(String urlName) {
    return Optional.ofNullable(idsByUrlName.get(urlName)).flatMap(this::find);
  }

  /** All of them, oldest first. */
  List<TrackedLink> all() {
    return inOrder.all();
  }

  Page<TrackedLink> page(Predicate<TrackedLink> filter, Paging paging) {
    return inOrder.page(filter, paging);
  }

  int notDeleted() {
    return notDeleted;
  }
}
