package io.github.flippingbookemulator.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;
import io.github.flippingbookemulator.testkit.Api.Reply;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.time.ClockControl;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The state of a new publication. */
class NewPublicationTest {
  @AutoClose final TestEmulator service = TestEmulator.frozen();

  @Test
  void it_has_the_starting_values_of_the_service() {
    JsonNode fresh = service.publication(service.create("{}"));

    assertThat(fresh.get("id").textValue()).matches("[0-9a-f]{32}");
    assertThat(fresh.get("hashId").textValue()).matches("[0-9]{9}");
    assertThat(fresh.get("name").textValue()).isEqualTo("Untitled");
    assertThat(fresh.get("state").textValue()).isEqualTo("Empty");
    assertThat(fresh.get("seoEnabled").booleanValue()).isFalse();
    assertThat(fresh.get("totalPages").intValue()).isZero();
    assertThat(fresh.get("domain").textValue()).isEqualTo("online.flippingbook.com");
    assertThat(fresh.get("folder").isNull()).isTrue();
    assertThat(fresh.get("isDemoPublication").isBoolean()).isTrue();
    assertThat(fresh.get("isDemoPublication").booleanValue()).isFalse();
    assertThat(fresh.get("customizationOptions").toString())
        .isEqualTo(
            "{\"password\":\"\",\"hardcoverEnabled\":false,\"companyLogoEnabled\":false,"
                + "\"companyLogoUrl\":\"\",\"rtlEnabled\":false,\"theme\":\"gray\"}");
  }

  @Test
  void properties_without_a_value_are_left_out() {
    JsonNode fresh = service.publication(service.create("{}"));

    assertThat(fresh.has("description")).isFalse();
    assertThat(fresh.has("lastPdfName")).isFalse();
  }

  @Test
  void its_times_are_those_of_the_clock_in_utc() {
    JsonNode fresh = service.publication(service.create("{}"));

    assertThat(fresh.get("creationTime").textValue()).matches(".*\\.[0-9]{6}Z");
    assertThat(Instant.parse(fresh.get("creationTime").textValue()))
        .isEqualTo(service.emulator().clock().now());
    assertThat(fresh.get("modificationTime")).isEqualTo(fresh.get("creationTime"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2030-01-01T00:00:00Z", "2030-01-01T00:00:00.1Z"})
  void its_times_have_six_digits_whatever_the_clock_shows(String time) {
    ClockControl clock = service.emulator().clock();
    clock.advance(Duration.between(clock.now(), Instant.parse(time)));
    for (Duration step : List.of(Duration.ZERO, Duration.ofNanos(1))) {
      clock.advance(step);
      assertThat(service.publication(service.create("{}")).get("creationTime").textValue())
          .matches("2030-01-01T00:00:00\\.[01]00000Z");
    }
  }

  @Test
  void its_addresses_begin_with_the_host_that_was_called() {
    JsonNode fresh = service.publication(service.create("{}"));
    String host = service.emulator().uri().toString();
    String hashId = fresh.get("hashId").textValue();

    assertThat(fresh.get("contentRoot").textValue()).startsWith(host).endsWith(hashId + "/");
    assertThat(fresh.get("cover").textValue())
        .isEqualTo(fresh.get("contentRoot").textValue() + "cover600.jpg");
    assertThat(fresh.get("canonicalLink").textValue()).isEqualTo(host + "/view/" + hashId + "/");
  }

  @Test
  void its_owner_is_the_same_for_all_publications_of_an_account() {
    JsonNode one = service.publication(service.create("{}"));
    JsonNode other = service.publication(service.create("{}"));

    assertThat(one.get("ownerHashId").textValue()).matches("[0-9]{9}");
    assertThat(one.get("ownerHashId")).isEqualTo(other.get("ownerHashId"));
    assertThat(one.get("hashId")).isNotEqualTo(other.get("hashId"));
  }

  @Test
  void it_takes_all_that_it_is_given() {
    JsonNode fresh =
        service.publication(service.create("{name: 'Spring', description: 'All of it'}"));

    assertThat(fresh.get("name").textValue()).isEqualTo("Spring");
    assertThat(fresh.get("description").textValue()).isEqualTo("All of it");
  }

  @Test
  void creating_it_answers_with_where_it_is() {
    Reply created = service.api().post("/fbonline/publication", "{}").ok();
    JsonNode fresh = service.publication("/fbonline/publication/" + created.text("/id"));

    assertThat(created.at("/hashId")).isEqualTo(fresh.get("hashId"));
    assertThat(created.at("/url")).isEqualTo(fresh.get("canonicalLink"));
    assertThat(created.at("/links")).isEqualTo(fresh.get("links"));
    assertThat(created.at("/lastModified")).isEqualTo(fresh.get("modificationTime"));
    assertThat(created.json().has("createdSource")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          {filename: 'Spring.pdf', data: 'eA=='} -> Spring
          {filename: 'SPRING.PDF', data: 'eA=='} -> SPRING
          {filename: 'spring.pdf.pdf', data: 'eA=='} -> spring.pdf
          {filename: 'notes.txt', data: 'eA=='} -> notes.txt
          {filename: 'Spring.pdf'} -> Spring
          {filename: 'Spring.pdf', url: 'http://127.0.0.1:1/a.pdf'} -> Spring
          {filename: '', url: 'http://127.0.0.1:1/a.pdf'} -> a.pdf
          {filename: '.pdf', url: 'http://127.0.0.1:1/a.pdf'} -> a.pdf
          {url: 'http://127.0.0.1:1/one/two.pdf?three=four/five#six'} -> two.pdf
          {url: 'http://127.0.0.1:1/two%20words'} -> two words
          {url: ' http://127.0.0.1:1/a.pdf '} -> a.pdf
          {url: 'http://127.0.0.1:1/'} -> Untitled
          {url: 'no address at all'} -> Untitled
          {data: 'eA=='} -> Untitled
          {name: null} -> Untitled
          {name: null, filename: 'Spring.pdf', data: 'eA=='} -> Spring
          {name: 'Given', filename: 'Spring.pdf', data: 'eA=='} -> Given
          """,
      delimiterString = " -> ",
      quoteCharacter = '`')
  void a_name_comes_from_the_pdf_where_none_is_given(String body, String name) {
    String created = service.create(body);

    assertThat(service.publication(created).get("name").textValue()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "null-name"})
  void nothing_is_required(String body) {
    String sent = body.equals("null-name") ? "{\"name\": null, \"folder\": null}" : body;

    assertThat(service.state(service.create(sent))).isEqualTo("Empty");
  }

  @Test
  void a_pdf_that_comes_along_becomes_its_source() {
    Reply created =
        service.api().post("/fbonline/publication", TestEmulator.data(TestPdfs.pages(1))).ok();
    String publication = "/fbonline/publication/" + created.text("/id");

    assertThat(created.at("/createdSource/success").booleanValue()).isTrue();
    assertThat(service.firstSource(publication))
        .isEqualTo(publication + "/source/" + created.text("/createdSource/id"));
  }

  @Test
  void url_and_data_together_are_refused_and_nothing_is_created() {
    service
        .api()
        .post("/fbonline/publication", "{url: 'http://127.0.0.1:1/a.pdf', data: 'eA=='}")
        .refused(500, "InternalError");

    assertThat(service.api().get("/fbonline/publication").ok().at("/total").intValue()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: 5}",
        "{name: ['a']}",
        "{description: true}",
        "{folder: ['home']}",
        "{folder: 1.5}",
        "{domain: {}}",
        "{filename: 1}",
        "{url: 1}",
        "{data: []}"
      })
  void a_value_of_the_wrong_type_is_named_in_the_message(String body) {
    String property = body.substring(1, body.indexOf(':'));

    assertThat(service.api().post("/fbonline/publication", body).refused(500, "InternalError"))
        .contains(property);
  }

  @Test
  void every_broken_rule_is_reported() {
    Reply refused =
        service.api().post("/fbonline/publication", "{name: 5, folder: true, url: false}");

    assertThat(refused.status()).isEqualTo(500);
    List<String> messages =
        StreamSupport.stream(refused.at("/errors").spliterator(), false)
            .map(error -> error.get("message").textValue())
            .toList();
    assertThat(messages).hasSize(3);
    assertThat(messages.toString()).contains("name", "folder", "url");
  }
}
