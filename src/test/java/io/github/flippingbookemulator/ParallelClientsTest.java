package io.github.flippingbookemulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two hundred clients at once: nothing is lost, nothing is doubled, no list is torn. */
@Timeout(120)
class ParallelClientsTest {
  private static final int CLIENTS = 200;
  private static final String LIST = "/fbonline/publication";

  @AutoClose("shutdownNow")
  private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

  @AutoClose
  private final Emulator emulator =
      Emulator.start(EmulatorOptions.defaults().rateLimit(RateLimit.OFF));

  private final Api api = new Api(emulator);

  @Test
  void publications_that_many_create_at_once_are_all_there_once() {
    List<Reply> created = all(CLIENTS * 3, i -> api.post(LIST, "{name: 'p%d'}".formatted(i)).ok());

    List<String> ids = created.stream().map(reply -> reply.text("/id")).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(created.stream().map(reply -> reply.text("/hashId"))).doesNotHaveDuplicates();
    assertThat(listed(1000)).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(api.get(LIST).at("/total").intValue()).isEqualTo(CLIENTS * 3);
  }

  @Test
  void who_pages_through_a_list_while_others_add_sees_every_record_once_and_in_order() {
    CompletableFuture<List<Reply>> adding =
        CompletableFuture.supplyAsync(() -> all(600, i -> api.post(LIST, "").ok()));
    List<String> seen = new ArrayList<>();
    boolean more = true;
    while (more) {
      boolean addingEnded = adding.isDone();
      Reply page = api.get(LIST + "?count=7&offset=" + seen.size()).ok();
      page.at("/publications").forEach(each -> seen.add(each.path("id").textValue()));
      assertThat(page.at("/total").intValue()).isGreaterThanOrEqualTo(seen.size());
      more = !addingEnded || seen.size() < page.at("/total").intValue();
    }

    adding.join();
    assertThat(seen).hasSize(600).doesNotHaveDuplicates().isEqualTo(listed(1000));
  }

  @Test
  void keys_that_many_ask_for_at_once_are_ten_in_all() {
    List<Reply> replies = all(CLIENTS, i -> api.post("/auth/key", ""));

    Set<String> keys = new HashSet<>(Set.of(emulator.apiKey()));
    for (Reply reply : replies) {
      if (reply.status() == 200) {
        keys.add(reply.text("/key"));
      } else {
        reply.refused(403, "KeyLimitExceeded");
      }
    }
    assertThat(keys).hasSize(10);
    assertThat(emulator.accounts().defaultAccount().apiKeys())
        .containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  void a_key_that_many_revoke_at_once_is_gone_and_the_other_keys_are_not() {
    String other = api.post("/auth/key", "").text("/key");

    List<Reply> replies = all(CLIENTS, i -> api.delete("/auth/key"));

    assertThat(replies).anyMatch(reply -> reply.status() == 200);
    assertThat(replies).allMatch(reply -> reply.status() == 200 || reply.status() == 403);
    assertThat(api.as(other).get("/auth/key").ok().at("/keys").toString())
        .isEqualTo("[\"" + other + "\"]");
  }

  @Test
  void accounts_that_are_busy_at_once_do_not_mix() {
    List<Api> accounts =
        IntStream.range(0, 20)
            .mapToObj(i -> emulator.accounts().open(AccountOptions.defaults()))
            .map((AccountControl account) -> api.as(account.apiKey()))
            .toList();

    all(400, i -> accounts.get(i % 20).post(LIST, "{name: 'of %d'}".formatted(i % 20)).ok());

    for (int i = 0; i < 20; i++) {
      Reply list = accounts.get(i).get(LIST + "?count=1000").ok();
      assertThat(list.at("/total").intValue()).isEqualTo(20);
      String name = "of " + i;
      assertThat(list.at("/publications"))
          .allSatisfy(each -> assertThat(each.path("name").textValue()).isEqualTo(name));
    }
  }

  private List<String> listed(int count) {
    List<String> ids = new ArrayList<>();
    api.get(LIST + "?count=" + count)
        .ok()
        .at("/publications")
        .forEach(each -> ids.add(each.path("id").textValue()));
    return ids;
  }

  private List<Reply> all(int calls, IntFunction<Reply> call) {
    List<CompletableFuture<Reply>> replies =
        IntStream.range(0, calls)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> call.apply(i), clients))
            .toList();
    return replies.stream().map(CompletableFuture::join).toList();
  }
}
