package io.github.flippingbookemulator.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.internal.publication.PublicationUrls;
import io.github.flippingbookemulator.publication.Publication.Content;
import io.github.flippingbookemulator.publication.Publication.Details;
import io.github.flippingbookemulator.testkit.TestEmulator;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The option that prints readers' URLs as production does. */
class ProductionUrlsTest {
  @AutoClose
  final TestEmulator service = TestEmulator.frozen(options -> options.productionUrls(true));

  @Test
  void readers_addresses_name_the_domain_of_the_publication() {
    JsonNode plain = service.publication(service.create("{}"));
    service.emulator().accounts().defaultAccount().domains(List.of("a.example"));
    JsonNode own = service.publication(service.create("{}"));

    assertThat(plain.get("canonicalLink").textValue())
        .isEqualTo("https://online.flippingbook.com/view/" + plain.get("hashId").textValue() + "/");
    assertThat(own.get("canonicalLink").textValue()).startsWith("https://a.example/view/");
  }

  @Test
  void the_content_root_is_made_from_the_id_as_it_was_recorded() {
    String id = "76ae48cf12604e7ea95e82611b686398";
    Publication recorded =
        new Publication(
            id,
            "123456789",
            Instant.EPOCH,
            new Details("Spring", null, null, "a.example", null, false),
            Content.NONE,
            Customization.INITIAL,
            Instant.EPOCH,
            null,
            null);

    assertThat(new PublicationUrls(true).contentRoot(recorded, "http://127.0.0.1"))
        .matches(
            "https://d17lvj5xn8sco6\\.cloudfront\\.net"
                + "/98/63/68/1B/61/82/5E/A9/4E/7E/12/60/76/AE/48/CF/[0-9A-F]{8}/");
    JsonNode made = service.publication(service.create("{}"));
    assertThat(made.get("cover").textValue())
        .isEqualTo(made.get("contentRoot").textValue() + "cover600.jpg")
        .startsWith("https://d17lvj5xn8sco6.cloudfront.net/");
  }

  @Test
  void links_of_the_api_still_lead_to_the_emulator() {
    String path = service.create("{}");

    for (JsonNode link : service.publication(path).get("links")) {
      assertThat(link.get("href").textValue()).startsWith(service.emulator().apiUrl().toString());
    }
  }

  @Test
  void the_list_finds_a_publication_by_the_address_that_is_printed() {
    String path = service.create("{name: 'Spring'}");
    service.create("{name: 'other'}");
    String printed = service.publication(path).get("canonicalLink").textValue();
    String list = "/fbonline/publication?url=";

    assertThat(service.api().get(list + printed).ok().at("/publications"))
        .containsExactly(service.publication(path));
    assertThat(
            service
                .api()
                .get(list + service.emulator().uri() + printed.substring(printed.indexOf("/view")))
                .ok()
                .at("/total")
                .intValue())
        .isZero();
  }
}
