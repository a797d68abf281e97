package io.github.flippingbookemulator.internal.snapshot;

import io.github.flippingbookemulator.snapshot.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A snapshot as its state.
 *
 * @param state what it holds
 */
public record StateSnapshot(EmulatorState state) implements Snapshot {
  /** Returns the state of a snapshot. */
  public static EmulatorState stateOf(Snapshot snapshot) {
    return snapshot instanceof StateSnapshot own ? own.state : fromJson(snapshot.toJson()).state;
  }

  /** Reads a snapshot; see {@link Snapshot#fromJson(String)}. */
  public static StateSnapshot fromJson(String json) {
    return new StateSnapshot(SnapshotJson.read(StrictSnapshotJson.read(json)));
  }

  /** Reads a snapshot; see {@link Snapshot#fromJson(byte[])}. */
  public static StateSnapshot fromJson(byte[] json) {
    return new StateSnapshot(SnapshotJson.read(StrictSnapshotJson.read(json)));
  }

  /** Reads a snapshot; see {@link Snapshot#read(Path)}. */
  public static StateSnapshot read(Path file) {
    try {
      return fromJson(Files.readAllBytes(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the snapshot " + file + ": " + e, e);
    }
  }

  @Override
  public String toJson() {
    return SnapshotJson.write(state);
  }

  @Override
  public void write(Path file) {
    try {
      AtomicFile.write(file, toJson().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write the snapshot " + file + ": " + AtomicFile.reason(e, file), e);
    }
  }

  /** Says when it was taken, and nothing of the keys and passwords in it. */
  @Override
  public String toString() {
    return "Snapshot of " + state.time();
  }
}
