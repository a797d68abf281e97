package io.github.flippingbookemulator.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.flippingbookemulator.testkit.FuzzedServer;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;

/** Bytes that may be a snapshot: each is refused in a sentence, or restored as it is. */
class SnapshotBytesFuzzTest {
  @AutoClose private static final FuzzedServer server = new FuzzedServer(options -> options);

  @FuzzTest(maxDuration = "20s")
  @DictionaryFile(resourcePath = "json.dict")
  void every_snapshot_is_refused_or_restored(byte[] input) {
    Snapshot snapshot;
    try {
      snapshot = Snapshot.fromJson(input);
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).matches("This snapshot cannot be restored: \\V+\\.");
      return;
    }
    assertThat(Snapshot.fromJson(snapshot.toJson())).isEqualTo(snapshot);
    server.emulator().restore(snapshot);
    // Its triggers may name any receiver.
    server.emulator().deliveries().hold();
    server.emulator().clock().advance(Duration.ofDays(1));
    Snapshot later = server.emulator().snapshot();
    assertThat(Snapshot.fromJson(later.toJson())).isEqualTo(later);
    assertThat(FullState.of(server.emulator()).values())
        .noneMatch(answer -> answer.startsWith("500"));
    server.requireWell("");
  }
}
