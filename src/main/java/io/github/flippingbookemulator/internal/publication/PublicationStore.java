package io.github.flippingbookemulator.internal.publication;

import io.github.flippingbookemulator.internal.store.OrderedStore;
import io.github.flippingbookemulator.internal.store.Page;
import io.github.flippingbookemulator.internal.store.Paging;
import io.github.flippingbookemulator.publication.Publication;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The publications of one account: in order, by id and by hash id, and how many are not trashed.
 * Changes, and {@link #notTrashed}, need the account's lock; all other reading needs no lock.
 */
final class PublicationStore {
  private final OrderedStore<Publication> inOrder = new OrderedStore<>();
  private final Map<String, String> idsByHashId = new ConcurrentHashMap<>();
  private int notTrashed;

  void put(Publication publication) {
    find(publication.id()).ifPresent(before -> notTrashed -= before.isTrashed() ? 0 : 1);
    notTrashed += publication.isTrashed() ? 0 : 1;
    inOrder.put(publication.id(), publication);
    idsByHashId.put(publication.hashId(), publication.id());
  }

  void remove(Publication publication) {
    notTrashed -= publication.isTrashed() ? 0 : 1;
    inOrder.remove(publication.id());
    idsByHashId.remove(publication.hashId());
  }

  Optional<Publication> find(String id) {
    return inOrder.find(id);
  }

  Optional<Publication> byHashId(String hashId) {
    return Optional.ofNullable(idsByHashId.get(hashId)).flatMap(this::find);
  }

  /** All publications, oldest first. */
  List<Publication> all() {
    return inOrder.all();
  }

  Page<Publication> page(Paging paging) {
    return inOrder.page(paging);
  }

  Page<Publication> page(Predicate<Publication> filter, Paging paging) {
    return inOrder.page(filter, paging);
  }

  int notTrashed() {
    return notTrashed;
  }
}
