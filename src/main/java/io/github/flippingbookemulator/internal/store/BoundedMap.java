package io.github.flippingbookemulator.internal.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The newest values by key, so that a map that nobody clears does not grow without end. A new key
 * too many drops the oldest one.
 *
 * @param <K> the key
 * @param <V> the value
 */
public final class BoundedMap<K, V> {
  private final Map<K, V> values;

  /**
   * Creates an empty map.
   *
   * @param most how many keys are kept
   */
  public BoundedMap(int most) {
    values =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  /** Adds or replaces a value; a replaced one keeps its age. */
  public synchronized void put(K key, V value) {
    values.put(key, value);
  }

  /** Returns the value of a key, made if it has none. */
  public synchronized V computeIfAbsent(K key, Function<K, V> maker) {
    return values.computeIfAbsent(key, maker);
  }

  /** Finds the value of a key. */
  public synchronized Optional<V> find(K key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Removes a key. Returns whether it was there. */
  public synchronized boolean remove(K key) {
    return values.remove(key) != null;
  }

  /** Returns all values by key, a copy. */
  public synchronized Map<K, V> all() {
    return Map.copyOf(values);
  }
}
