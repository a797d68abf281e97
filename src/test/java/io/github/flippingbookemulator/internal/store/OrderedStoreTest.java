package io.github.flippingbookemulator.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records by id and in the order of creation, whole or page by page. */
@Timeout(30)
class OrderedStoreTest {
  private final OrderedStore<String> store = new OrderedStore<>();

  @Test
  void records_are_found_by_id_and_listed_oldest_first() {
    store.put("z", "first");
    store.put("a", "second");

    assertThat(store.find("a")).contains("second");
    assertThat(store.find("b")).isEmpty();
    assertThat(store.all()).containsExactly("first", "second");
  }

  @Test
  void a_record_that_is_replaced_keeps_its_place() {
    store.put("1", "one");
    store.put("2", "two");
    store.put("1", "one, changed");

    assertThat(store.all()).containsExactly("one, changed", "two");
    assertThat(store.find("1")).contains("one, changed");
  }

  @Test
  void a_record_that_was_removed_is_gone_and_comes_back_at_the_end() {
    store.put("1", "one");
    store.put("2", "two");
    store.remove("1");
    store.remove("unknown");

    assertThat(store.find("1")).isEmpty();
    assertThat(store.all()).containsExactly("two");
    store.put("1", "one, again");
    assertThat(store.all()).containsExactly("two", "one, again");
  }

  @Test
  void what_is_left_of_many_stays_in_order_and_in_pages() {
    int many = 5_000;
    IntStream.range(0, many).forEach(i -> store.put("" + i, "" + i));
    IntStream.range(0, many).filter(i -> i % 7 != 0).forEach(i -> store.remove("" + i));
    List<String> left =
        IntStream.range(0, many).filter(i -> i % 7 == 0).mapToObj(String::valueOf).toList();

    assertThat(store.all()).isEqualTo(left);
    for (int offset = 0; offset < left.size() + 50; offset += 50) {
      List<String> expected =
          left.subList(Math.min(offset, left.size()), Math.min(offset + 60, left.size()));
      assertThat(store.page(new Paging(offset, 60))).isEqualTo(new Page<>(left.size(), expected));
    }
  }

  @Test
  void removing_all_of_very_many_records_takes_no_time_worth_mentioning() {
    int many = 200_000; // one by one from a plain list, they would move 20 billion others
    IntStream.range(0, many).forEach(i -> store.put("" + i, "" + i));

    IntStream.range(0, many)
        .map(i -> many / 2 + (i % 2 == 0 ? i / 2 : -1 - i / 2))
        .forEach(i -> store.remove("" + i));

    assertThat(store.all()).isEmpty();
  }

  @Test
  void a_list_that_was_read_does_not_change() {
    store.put("1", "one");
    List<String> all = store.all();
    List<String> page = store.page(new Paging(0, 10)).records();

    store.put("1", "one, changed");
    store.put("2", "two");

    assertThat(all).containsExactly("one").isEqualTo(page);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 10, 0, 10",
    "10, 10, 10, 10",
    "20, 10, 20, 5",
    "24, 1, 24, 1",
    "25, 10, 0, 0",
    "0, 0, 0, 0",
    "0, 1000, 0, 25",
    "2147483647, 2147483647, 0, 0"
  })
  void a_page_holds_what_is_there(int offset, int count, int first, int size) {
    IntStream.range(0, 25).forEach(i -> store.put("" + i, "" + i));
    List<String> expected = IntStream.range(first, first + size).mapToObj(String::valueOf).toList();

    assertThat(store.page(new Paging(offset, count))).isEqualTo(new Page<>(25, expected));
    assertThat(store.page(each -> true, new Paging(offset, count)))
        .isEqualTo(new Page<>(25, expected));
  }

  @Test
  void a_filter_comes_before_paging() {
    IntStream.range(0, 100).forEach(i -> store.put("" + i, "" + i));

    assertThat(store.page(each -> each.endsWith("7"), new Paging(2, 3)))
        .isEqualTo(new Page<>(10, List.of("27", "37", "47")));
  }

  @Test
  void a_page_has_at_most_a_thousand_records_and_no_negative_bounds() {
    assertThat(new Paging(0, 1001).count()).isEqualTo(1000);
    assertThat(new Paging(0, 1000).count()).isEqualTo(1000);
    assertThatIllegalArgumentException().isThrownBy(() -> new Paging(-1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Paging(1, -1));
  }

  @Test
  void a_reader_who_pages_while_others_add_sees_each_record_once() {
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> IntStream.range(0, 50_000).forEach(i -> store.put("" + i, "" + i)));
    List<String> seen = new ArrayList<>();
    while (!writer.isDone() || seen.size() < store.all().size()) {
      seen.addAll(store.page(new Paging(seen.size(), 1000)).records());
    }

    assertThat(seen).isEqualTo(IntStream.range(0, 50_000).mapToObj(String::valueOf).toList());
  }
}
