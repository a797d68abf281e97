package io.github.flippingbookemulator.testkit;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.internal.source.pdf.TestPdfs;

/** The calls about publications that others build on. A publication is named by its id. */
public record PublicationClient(Api api) {
  private static final String PUBLICATIONS = "/fbonline/publication/";
  private static final byte[] PDF = TestPdfs.pages(3);

  public PublicationClient(Emulator emulator) {
    this(new Api(emulator));
  }

  /** Creates a publication of three pages and returns its id. */
  public String publish() {
    return publish("Spring");
  }

  public String publish(String name) {
    return api.post(
            "/fbonline/publication",
            "{name: '%s', filename: 'a.pdf', data: '%s'}".formatted(name, Api.base64(PDF)))
        .ok()
        .text("/id");
  }

  /** Adds a source of three pages and returns its id. */
  public String addSource(String publicationId) {
    return api.post(
            PUBLICATIONS + publicationId + "/source",
            "{filename: 'b.pdf', data: '%s'}".formatted(Api.base64(PDF)))
        .ok()
        .text("/id");
  }

  public String hashId(String publicationId) {
    return api.get(PUBLICATIONS + publicationId).ok().text("/publication/hashId");
  }

  public String canonicalLink(String publicationId) {
    return api.get(PUBLICATIONS + publicationId).ok().text("/publication/canonicalLink");
  }
}
