package io.github.flippingbookemulator.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.snapshot.Snapshot;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Several clients make random calls at once: no update is lost or doubled, and every count is
 * exact.
 */
@Timeout(120)
class ConcurrentStepsTest {
  private static final int CLIENTS = 8;
  private static final int CALLS = 30;
  private static final String PUBLICATIONS = "/fbonline/publication";
  private static final String LINKS = "/fbonline/tracked_links";
  private static final String PDF = Api.base64(TestPdfs.pages(1));

  @AutoClose
  private final Emulator emulator =
      Emulator.start(TestEmulator.IMMEDIATE.rateLimit(RateLimit.OFF).seed(1));

  @AutoClose("shutdownNow")
  private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS + 1);

  private final Api api = new Api(emulator);

  /** What one client has made; nobody else changes it. */
  private final class Client {
    private final Random random;
    private final String name;
    private final String shared;
    private final List<String> publications = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> links = new ArrayList<>();
    private int sources;

    Client(int number, String shared) {
      random = new Random(number);
      name = "client " + number;
      this.shared = shared;
    }

    Client run() {
      create();
      for (int i = 0; i < CALLS; i++) {
        String mine = publications.get(random.nextInt(publications.size()));
        switch (random.nextInt(7)) {
          case 0 -> create();
          case 1 -> {
            String given = name + " at " + i;
            api.post(PUBLICATIONS + "/" + mine, "{name: '" + given + "'}").ok();
            names.set(publications.indexOf(mine), given);
          }
          case 2 ->
              links.add(
                  api.post(LINKS, "{publicationUid: '" + mine + "'}").ok().text("/links/0/id"));
          case 3 -> {
            api.post(PUBLICATIONS + "/" + shared + "/source", "{data: '" + PDF + "'}").ok();
            sources++;
          }
          case 4 -> emulator.clock().advance(Duration.ofMinutes(1));
          case 5 -> consistent(Snapshot.fromJson(emulator.snapshot().toJson()));
          default -> api.get(PUBLICATIONS + "?count=1000").ok();
        }
      }
      return this;
    }

    private void create() {
      String given = name + " new";
      publications.add(api.post(PUBLICATIONS, "{name: '" + given + "'}").ok().text("/id"));
      names.add(given);
    }
  }

  @Test
  void what_clients_do_at_once_is_there_exactly_once() {
    String shared = api.publish(TestPdfs.pages(1));
    Reply trigger =
        api.post(
            "/fbonline/triggers",
            "{trigger: {events: ['updated', 'deleted'], endpoint: '%s'}}"
                .formatted(emulator.inbox("all").url()));

    List<Client> all = atOnce(IntStream.range(0, CLIENTS).mapToObj(i -> new Client(i, shared)));

    assertThat(ids(PUBLICATIONS, "publications"))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Stream.of(shared), all.stream().flatMap(c -> c.publications.stream()))
                .toList());
    assertThat(ids(LINKS, "links"))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(all.stream().flatMap(c -> c.links.stream()).toList());
    for (Client client : all) {
      for (int i = 0; i < client.publications.size(); i++) {
        Reply read = api.get(PUBLICATIONS + "/" + client.publications.get(i));
        assertThat(read.ok().text("/publication/name")).isEqualTo(client.names.get(i));
      }
    }
    int sources = all.stream().mapToInt(client -> client.sources).sum();
    assertThat(api.get(PUBLICATIONS + "/" + shared + "/source").ok().at("/sources"))
        .hasSize(1 + sources);
    List<CompletableFuture<Reply>> deletions =
        IntStream.range(0, CLIENTS)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> api.delete(PUBLICATIONS + "/" + shared), clients))
            .toList();
    assertThat(deletions.stream().filter(each -> each.join().status() == 200)).hasSize(1);
    String id = trigger.ok().text("/id");
    assertThat(emulator.deliveries().all().stream().filter(each -> each.triggerId().equals(id)))
        .hasSize(sources + 1);
  }

  @Test
  void two_clients_that_change_different_properties_lose_nothing() {
    String shared = api.post(PUBLICATIONS, "{name: 'a'}").ok().text("/id");
    String path = PUBLICATIONS + "/" + shared;
    for (int round = 0; round < 50; round++) {
      int number = round;
      CompletableFuture<Reply> other =
          CompletableFuture.supplyAsync(
              () -> api.post(path, "{name: 'name " + number + "'}"), clients);
      api.post(path, "{description: 'text " + number + "'}").ok();
      other.join().ok();

      JsonNode read = api.get(path).ok().at("/publication");
      assertThat(read.path("name").textValue()).isEqualTo("name " + round);
      assertThat(read.path("description").textValue()).isEqualTo("text " + round);
    }
  }

  @Test
  void resets_and_restores_beside_calls_leave_the_state_of_the_last_one() {
    String kept = api.publish(TestPdfs.pages(1));
    Snapshot snapshot = emulator.snapshot();
    List<CompletableFuture<Void>> calls =
        IntStream.range(0, CLIENTS)
            .mapToObj(i -> CompletableFuture.runAsync(() -> callAnything(i, kept), clients))
            .toList();
    for (int i = 0; i < 20; i++) {
      emulator.reset();
      emulator.restore(snapshot);
    }
    calls.forEach(CompletableFuture::join);

    emulator.restore(snapshot);

    assertThat(emulator.snapshot()).isEqualTo(snapshot);
    assertThat(ids(PUBLICATIONS, "publications")).containsExactly(kept);
  }

  /** Each call finds an instance that has the object or one that has not; none fails. */
  private void callAnything(int number, String kept) {
    Random random = new Random(number);
    for (int i = 0; i < CALLS; i++) {
      Reply reply =
          switch (random.nextInt(4)) {
            case 0 -> api.post(PUBLICATIONS, "{data: '" + PDF + "'}");
            case 1 -> api.post(PUBLICATIONS + "/" + kept, "{name: 'n'}");
            case 2 -> api.post(LINKS, "{publicationUid: '" + kept + "'}");
            default -> api.get(PUBLICATIONS + "/" + kept + "/source");
          };
      assertThat(reply.status()).as(new String(reply.bytes())).isIn(200, 404);
    }
  }

  private List<Client> atOnce(Stream<Client> each) {
    List<CompletableFuture<Client>> running =
        each.map(client -> CompletableFuture.supplyAsync(client::run, clients)).toList();
    return running.stream().map(CompletableFuture::join).toList();
  }

  private List<String> ids(String path, String list) {
    JsonNode answer = api.get(path + "?count=1000").ok().json();
    List<String> ids = new ArrayList<>();
    answer.path(list).forEach(each -> ids.add(each.path("id").textValue()));
    assertThat(answer.path("total").intValue()).isEqualTo(ids.size());
    return ids;
  }

  /** A snapshot that was read has passed the check of its consistency. */
  private static void consistent(Snapshot snapshot) {
    assertThat(snapshot.toJson()).isNotEmpty();
  }
}
