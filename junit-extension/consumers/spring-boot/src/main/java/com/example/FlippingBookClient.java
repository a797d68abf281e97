package com.example;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** The calls of the FlippingBook API that the application needs. */
@Component
class FlippingBookClient {
  private static final String PUBLICATION = "/fbonline/publication";

  private final RestClient api;

  FlippingBookClient(
      RestClient.Builder builder,
      @Value("${flippingbook.url}") String url,
      @Value("${flippingbook.key}") String key) {
    api = builder.baseUrl(url).defaultHeaders(headers -> headers.setBearerAuth(key)).build();
  }

  Created publish(NewPublication publication) {
    return api.post().uri(PUBLICATION).body(publication).retrieve().body(Created.class);
  }

  List<Publication> publications() {
    return api.get().uri(PUBLICATION).retrieve().body(Publications.class).publications();
  }

  record NewPublication(String name, String url) {}

  record Created(String id) {}

  record Publication(String id, String name, String state, int totalPages) {}

  private record Publications(int total, List<Publication> publications) {}
}
