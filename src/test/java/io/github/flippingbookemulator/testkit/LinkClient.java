package io.github.flippingbookemulator.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.reader.VisitControl;

/** The calls about tracked links. A link is what the API answers: its JSON. */
public record LinkClient(Emulator emulator, Api api) {
  public static final String LINKS = "/fbonline/tracked_links";

  public LinkClient(Emulator emulator) {
    this(emulator, new Api(emulator));
  }

  public JsonNode create(String publicationId) {
    return create(publicationId, "");
  }

  /** Creates a link with these settings, which are the inside of a JSON object. */
  public JsonNode create(String publicationId, String settings) {
    return api.post(LINKS, "{publicationUid: '%s', %s}".formatted(publicationId, settings))
        .ok()
        .at("/links/0");
  }

  public JsonNode read(JsonNode link) {
    return api.get(path(link)).ok().at("/links/0");
  }

  public JsonNode change(JsonNode link, String body) {
    return api.put(path(link), body).ok().at("/links/0");
  }

  /** Opens a link as a reader does. */
  public VisitControl open(JsonNode link) {
    return emulator.readers().openLink(link.get("urlName").textValue());
  }

  public static String path(JsonNode link) {
    return LINKS + "/" + id(link);
  }

  public static String id(JsonNode link) {
    return link.get("id").textValue();
  }
}
