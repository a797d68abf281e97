package io.github.flippingbookemulator.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.testkit.TestEmulator;
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
    for (String address : List.of("canonicalLink", "contentRoot", "cover")) {
      assertThat(plain.get(address).textValue()).startsWith("https://online.flippingbook.com/");
      assertThat(own.get(address).textValue()).startsWith("https://a.example/");
    }
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
