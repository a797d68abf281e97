package io.github.flippingbookemulator.snapshot;

import io.github.flippingbookemulator.internal.snapshot.StateSnapshot;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The state of an emulator at one moment. It never changes, so that any number of tests can start
 * from it, in this emulator or in others.
 *
 * <pre>{@code
 * Snapshot prepared = emulator.snapshot();
 * prepared.write(Path.of("catalogs.json"));
 * emulator.restore(Snapshot.read(Path.of("catalogs.json")));
 * }</pre>
 *
 * <p>It holds the time of the clock, accounts with keys, plan, domains and folders, publications
 * with those in the trash, sources with their PDFs, conversions under way, tracked links with their
 * statistics and windows, triggers and what those of links have told, lead forms, registered files,
 * the pace of conversions and what is planned for the next ones, and where the source of ids
 * stands.
 *
 * <p>It does not hold what an emulator is started with, such as the clock's speed, limits, times of
 * conversions and trash retention, nor what has merely been noted or is on its way: journal,
 * deliveries, mails, messages of inboxes, visits that have not ended, faults, what is left of the
 * rate limit, and who has entered a publication's password. API keys, tokens and passwords are in
 * it as they are.
 *
 * <p>All PDFs are in memory, each distinct one once.
 */
public interface Snapshot {
  /**
   * Writes the snapshot as JSON, readable and in a stable order.
   *
   * @return the JSON, which {@link #fromJson(String)} reads
   */
  String toJson();

  /**
   * Writes the snapshot to a file: as a whole or, if that fails, not at all.
   *
   * @param file the file; one that is there is replaced
   * @throws UncheckedIOException if it cannot be written
   */
  void write(Path file);

  /**
   * Reads a snapshot.
   *
   * @param json what {@link #toJson()} wrote
   * @return the snapshot, which can be restored
   * @throws IllegalArgumentException if it is not such JSON, or says something that cannot be; the
   *     message is one sentence that names what is wrong and where
   */
  static Snapshot fromJson(String json) {
    return StateSnapshot.fromJson(json);
  }

  /**
   * Reads a snapshot.
   *
   * @param json what {@link #toJson()} wrote, in UTF-8
   * @return the snapshot, which can be restored
   * @throws IllegalArgumentException as {@link #fromJson(String)} does
   */
  static Snapshot fromJson(byte[] json) {
    return StateSnapshot.fromJson(json);
  }

  /**
   * Reads a snapshot from a file.
   *
   * @param file what {@link #write} wrote
   * @return the snapshot, which can be restored
   * @throws IllegalArgumentException as {@link #fromJson(String)} does, with the name of the file
   * @throws UncheckedIOException if the file cannot be read
   */
  static Snapshot read(Path file) {
    return StateSnapshot.read(file);
  }
}
