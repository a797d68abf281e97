package io.github.flippingbookemulator.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Snapshots of an emulator in which eight clients never stop to write. */
@Timeout(120)
class BusySnapshotTest {
  private static final int CLIENTS = 8;
  private static final int SNAPSHOTS = 40;
  private static final int WRITES_BETWEEN = 20;

  @Test
  void every_one_is_in_itself_consistent_and_can_be_restored() throws Exception {
    EmulatorOptions options =
        EmulatorOptions.defaults()
            .speed(2_000)
            .trashRetention(Duration.ofSeconds(20))
            .rateLimit(RateLimit.OFF);
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    AtomicBoolean enough = new AtomicBoolean();
    AtomicInteger writes = new AtomicInteger();
    List<Snapshot> snapshots = new ArrayList<>();
    try (Emulator busy = Emulator.start(options);
        Emulator other = Emulator.start(options.speed(0))) {
      List<Future<?>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        AccountControl account =
            i % 2 == 0
                ? busy.accounts().defaultAccount()
                : busy.accounts().open(AccountOptions.defaults());
        Client client = new Client(new Api(busy.uri(), account.apiKey()), new Random(i));
        clients.add(threads.submit(() -> client.writeUntil(enough, writes)));
      }
      while (snapshots.size() < SNAPSHOTS && clients.stream().noneMatch(Future::isDone)) {
        if (writes.get() >= WRITES_BETWEEN * snapshots.size()) {
          snapshots.add(busy.snapshot());
        }
        Thread.onSpinWait();
      }
      enough.set(true);
      for (Future<?> client : clients) {
        client.get();
      }
      assertThat(snapshots).hasSize(SNAPSHOTS).doesNotHaveDuplicates();

      for (Snapshot snapshot : snapshots) {
        Snapshot read = Snapshot.fromJson(snapshot.toJson()); // refuses what does not fit together
        assertThat(read).isEqualTo(snapshot);
        other.restore(read);
        other.clock().advance(Duration.ofHours(1));
        assertThat(other.snapshot().toJson()).isNotEmpty();
      }
      other.restore(snapshots.get(SNAPSHOTS - 1));
      assertThat(FullState.of(other).values())
          .hasSizeGreaterThan(50)
          .noneMatch(answer -> answer.startsWith("500"));
    } finally {
      threads.shutdownNow();
    }
  }

  /** Publishes, changes, links, deletes, in no order. */
  private static final class Client {
    private static final String PDF = Api.base64(TestPdfs.pages(2));

    private final Api api;
    private final Random random;
    private final List<String> publications = new ArrayList<>();

    Client(Api api, Random random) {
      this.api = api;
      this.random = random;
    }

    void writeUntil(AtomicBoolean enough, AtomicInteger writes) {
      for (; !enough.get(); writes.incrementAndGet()) {
        int what = publications.isEmpty() ? 0 : random.nextInt(7);
        switch (what) {
          case 0, 1 -> publish("{data: '" + PDF + "'}");
          case 2 -> api.post(any() + "/source", "{data: '" + PDF + "'}");
          case 3 -> api.post(any(), "{name: 'n" + random.nextInt() + "'}");
          case 4 ->
              api.post(
                  "/fbonline/tracked_links",
                  "{publicationUid: '%s', onViewTrigger: true}".formatted(anyId()));
          case 5 ->
              api.post(
                  any() + "/trigger", "{events: ['session'], endpoint: 'http://127.0.0.1:1/a'}");
          default -> api.delete(any());
        }
      }
    }

    private void publish(String body) {
      Reply reply = api.post("/fbonline/publication", body).ok();
      publications.add(reply.text("/id"));
    }

    private String any() {
      return "/fbonline/publication/" + anyId();
    }

    private String anyId() {
      return publications.get(random.nextInt(publications.size()));
    }
  }
}
