package io.github.flippingbookemulator.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.testkit.Api;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of publications: its order, its pages, its filters. */
class PublicationListTest {
  private static final String LIST = "/fbonline/publication";

  @AutoClose final TestEmulator service = TestEmulator.frozen();

  @Test
  void an_account_begins_without_publications() {
    Reply list = service.api().get(LIST).ok();

    assertThat(list.at("/total").intValue()).isZero();
    assertThat(list.at("/publications").isArray()).isTrue();
    assertThat(list.at("/publications")).isEmpty();
  }

  @Test
  void ten_are_shown_oldest_first_and_all_are_counted() {
    createNumbered(12);

    Reply list = service.api().get(LIST).ok();
    assertThat(list.at("/total").intValue()).isEqualTo(12);
    assertThat(names(list)).containsExactly(numbered(1, 10));
  }

  @Test
  void count_and_offset_choose_a_part() {
    createNumbered(12);

    assertThat(names("?count=3")).containsExactly(numbered(1, 3));
    assertThat(names("?offset=10")).containsExactly(numbered(11, 12));
    assertThat(names("?count=2&offset=4")).containsExactly(numbered(5, 6));
    assertThat(names("?count=0")).isEmpty();
    assertThat(names("?offset=12")).isEmpty();
    assertThat(names("?offset=99999999999999999999")).isEmpty();
    assertThat(service.api().get(LIST + "?offset=12").at("/total").intValue()).isEqualTo(12);
  }

  @Test
  void more_than_a_thousand_counts_as_a_thousand() {
    createNumbered(1001);

    assertThat(names("?count=1001")).containsExactly(numbered(1, 1000));
    assertThat(names("?count=99999999999999999999")).hasSize(1000);
    assertThat(names("?count=1000&offset=1000")).containsExactly("book 1001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"count=-1", "offset=-1", "count=ten", "offset=1.5", "count=", "offset=+1"})
  void what_is_no_number_from_zero_up_is_refused(String query) {
    String parameter = query.substring(0, query.indexOf('='));

    assertThat(service.api().get(LIST + "?" + query).refused(500, "InternalError"))
        .contains(parameter);
  }

  @Test
  void pages_stay_as_they_are_while_publications_are_added_and_changed() {
    createNumbered(3);
    String first = LIST + "/" + service.api().get(LIST).text("/publications/0/id");
    service.api().post(first, "{description: 'new'}").ok();
    createNumbered(1);

    assertThat(names("?count=3")).containsExactly(numbered(1, 3));
  }

  @Test
  void a_query_finds_what_the_name_contains_in_exact_case() {
    service.create("{name: 'Spring catalog'}");
    service.create("{name: 'spring prices'}");
    service.create("{name: 'Autumn', description: 'Spring'}");

    assertThat(names("?query=Spring")).containsExactly("Spring catalog");
    assertThat(names("?query=pring")).containsExactly("Spring catalog", "spring prices");
    assertThat(names("?query=ring%20c")).containsExactly("Spring catalog");
    assertThat(names("?query=Winter")).isEmpty();
    assertThat(names("?query=")).hasSize(3);
  }

  @Test
  void the_total_counts_matches_before_paging() {
    createNumbered(12);
    service.create("{name: 'other'}");

    Reply list = service.api().get(LIST + "?query=book&count=1&offset=1").ok();
    assertThat(list.at("/total").intValue()).isEqualTo(12);
    assertThat(names(list)).containsExactly("book 2");
  }

  @Test
  void hashid_and_url_find_the_one_that_has_them() {
    createNumbered(2);
    JsonNode second = service.api().get(LIST).at("/publications/1");
    String hashId = second.get("hashId").textValue();
    String link = second.get("canonicalLink").textValue();

    assertThat(names("?hashid=" + hashId)).containsExactly("book 2");
    assertThat(names("?url=" + encoded(link))).containsExactly("book 2");
    assertThat(names("?hashid=" + hashId.substring(1))).isEmpty();
    assertThat(names("?hashid=")).isEmpty();
    assertThat(names("?url=" + encoded(link.substring(0, link.length() - 1)))).isEmpty();
    assertThat(names("?url=" + encoded("https://elsewhere.example/view/" + hashId + "/")))
        .isEmpty();
    assertThat(names("?url=nonsense")).isEmpty();
  }

  @Test
  void filters_combine_with_and() {
    createNumbered(2);
    JsonNode first = service.api().get(LIST).at("/publications/0");
    JsonNode second = service.api().get(LIST).at("/publications/1");
    String hashId = "hashid=" + first.get("hashId").textValue();

    assertThat(names("?query=book&" + hashId)).containsExactly("book 1");
    assertThat(names("?query=2&" + hashId)).isEmpty();
    assertThat(names("?" + hashId + "&url=" + encoded(first.get("canonicalLink").textValue())))
        .containsExactly("book 1");
    assertThat(names("?" + hashId + "&url=" + encoded(second.get("canonicalLink").textValue())))
        .isEmpty();
    assertThat(names("?query=2&url=" + encoded(first.get("canonicalLink").textValue()))).isEmpty();
    assertThat(names("?" + hashId + "&offset=1")).isEmpty();
  }

  @Test
  void a_filter_follows_a_change_of_the_name() {
    String path = service.create("{name: 'Spring'}");
    service.api().post(path, "{name: 'Autumn'}").ok();

    assertThat(names("?query=Spring")).isEmpty();
    assertThat(names("?query=Autumn")).containsExactly("Autumn");
  }

  @Test
  void what_a_list_shows_is_what_the_single_call_shows() {
    String path = service.create("{name: 'Spring', description: 'All of it'}");

    assertThat(service.api().get(LIST).at("/publications/0")).isEqualTo(service.publication(path));
  }

  @Test
  void an_account_sees_its_own_publications_only() {
    String path = service.create("{name: 'mine'}");
    service.emulator().accounts().open(AccountOptions.defaults().withApiKey("another-key"));
    Api stranger = service.api().as("another-key");
    String hashId = service.publication(path).get("hashId").textValue();

    assertThat(stranger.get(LIST).ok().at("/total").intValue()).isZero();
    assertThat(stranger.get(LIST + "?hashid=" + hashId).ok().at("/total").intValue()).isZero();
    String unknown = LIST + "/" + "0".repeat(32);
    assertThat(stranger.get(path).refused(404, "ObjectNotFound"))
        .isEqualTo(
            stranger
                .get(unknown)
                .refused(404, "ObjectNotFound")
                .replace("0".repeat(32), TestEmulator.id(path)));
    stranger.post(path, "{name: 'stolen'}").refused(404, "ObjectNotFound");
    stranger.post(path + "/customize", "{}").refused(404, "ObjectNotFound");
    stranger.delete(path).refused(404, "ObjectNotFound");
    stranger.get(path + "/source").refused(404, "ObjectNotFound");
    stranger.post(path + "/source", "{data: 'eA=='}").refused(404, "ObjectNotFound");
    assertThat(service.publication(path).get("name").textValue()).isEqualTo("mine");
  }

  private void createNumbered(int count) {
    IntStream.rangeClosed(1, count).forEach(i -> service.create("{name: 'book " + i + "'}"));
  }

  private static String[] numbered(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(i -> "book " + i).toArray(String[]::new);
  }

  private List<String> names(String query) {
    return names(service.api().get(LIST + query).ok());
  }

  private static List<String> names(Reply list) {
    return list.at("/publications").findValuesAsText("name");
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
