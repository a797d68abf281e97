package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The state that tests start from: empty, or one that is made or read once and then copied. */
final class InitialState {
  static final InitialState NOTHING = new InitialState(null);

  private static final Map<Object, InitialState> KNOWN = new ConcurrentHashMap<>();

  private final @Nullable Source source;
  private @Nullable Snapshot snapshot;

  private InitialState(@Nullable Source source) {
    this.source = source;
  }

  /** Where the state comes from; the emulator may be used to make it. */
  @FunctionalInterface
  private interface Source {
    Snapshot take(EmulatorControl emulator) throws Exception;
  }

  static InitialState by(Baseline baseline) {
    return new InitialState(
        emulator -> {
          baseline.prepare(emulator);
          return emulator.snapshot();
        });
  }

  static InitialState with(Snapshot snapshot) {
    return new InitialState(emulator -> snapshot);
  }

  static InitialState from(Path file) {
    return new InitialState(emulator -> Snapshot.read(file));
  }

  /** Returns the state of a key. It is cached, since annotations are read again for each test. */
  static InitialState known(Object key, Supplier<InitialState> absent) {
    return KNOWN.computeIfAbsent(key, unused -> absent.get());
  }

  /** Brings a clean emulator into the prepared state. */
  void on(EmulatorControl emulator) throws Exception {
    if (source != null) {
      emulator.restore(snapshot(source, emulator));
    }
  }

  private synchronized Snapshot snapshot(Source from, EmulatorControl emulator) throws Exception {
    if (snapshot == null) {
      snapshot = from.take(emulator);
    }
    return snapshot;
  }
}
