package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.internal.store.OrderedStore;
import io.github.flippingbookemulator.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The sources of one account. Reading needs no lock; changes are made under the account's lock. */
final class SourceStore {
  private final Map<String, List<Conversion>> byPublication = new ConcurrentHashMap<>();
  private final OrderedStore<Conversion> inOrder = new OrderedStore<>();
  private final Map<String, Conversion> shown = new ConcurrentHashMap<>();

  void add(Conversion conversion) {
    Source source = conversion.source();
    List<Conversion> siblings = new ArrayList<>(of(source.publicationId()));
    siblings.add(conversion);
    byPublication.put(source.publicationId(), List.copyOf(siblings));
    inOrder.put(source.id(), conversion);
  }

  /** All sources of a publication, oldest first. */
  List<Conversion> of(String publicationId) {
    return byPublication.getOrDefault(publicationId, List.of());
  }

  Optional<Conversion> find(String sourceId) {
    return inOrder.find(sourceId);
  }

  /** All sources, oldest first. */
  List<Conversion> all() {
    return inOrder.all();
  }

  /** The source that readers of a publication see, if there is one yet. */
  Optional<Conversion> shown(String publicationId) {
    return Optional.ofNullable(shown.get(publicationId));
  }

  boolean isShown(Conversion conversion) {
    return shown.get(conversion.source().publicationId()) == conversion;
  }

  void show(Conversion conversion) {
    shown.put(conversion.source().publicationId(), conversion);
  }

  /** Removes all sources of a publication and returns them. */
  List<Conversion> forget(String publicationId) {
    List<Conversion> forgotten = of(publicationId);
    byPublication.remove(publicationId);
    shown.remove(publicationId);
    forgotten.forEach(conversion -> inOrder.remove(conversion.source().id()));
    return forgotten;
  }
}
