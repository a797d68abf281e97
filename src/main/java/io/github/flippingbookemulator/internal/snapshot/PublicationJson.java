package io.github.flippingbookemulator.internal.snapshot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.flippingbookemulator.publication.Customization;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.publication.Publication.Content;
import io.github.flippingbookemulator.publication.Publication.Details;
import io.github.flippingbookemulator.publication.Publication.Extent;
import io.github.flippingbookemulator.reader.Lead;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A publication as JSON, with its lead form if that has been set. */
final class PublicationJson {
  private PublicationJson() {}

  static ObjectNode write(Publication publication, @Nullable List<Lead.Field> leadForm) {
    Details details = publication.details();
    Customization look = publication.customization();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", publication.id());
    json.put("hashId", publication.hashId());
    json.put("created", publication.created().toString());
    json.put("modified", publication.modified().toString());
    if (publication.trashed() != null) {
      json.put("trashed", publication.trashed().toString());
    }
    json.put("name", details.name());
    if (details.description() != null) {
      json.put("description", details.description());
    }
    if (details.folder() != null) {
      json.put("folder", details.folder());
    }
    json.put("domain", details.domain());
    if (details.lastPdfName() != null) {
      json.put("lastPdfName", details.lastPdfName());
    }
    json.put("seoEnabled", details.seoEnabled());
    json.put("extent", publication.content().extent().name());
    json.put("totalPages", publication.content().totalPages());
    json.putObject("customization")
        .put("password", look.password())
        .put("hardCover", look.hardCover())
        .put("logoUrl", look.logoUrl())
        .put("rightToLeft", look.rightToLeft())
        .put("theme", look.theme());
    if (leadForm != null) {
      ArrayNode fields = json.putArray("leadForm");
      leadForm.forEach(
          field -> fields.addObject().put("label", field.label()).put("type", field.type().name()));
    }
    return json;
  }

  /** Reads a publication, and puts its lead form to the others if it has one. */
  static Publication read(JsonReader json, Map<String, List<Lead.Field>> leadForms) {
    String id = json.get("id").id();
    json.find("leadForm").ifPresent(form -> leadForms.put(id, leadForm(form)));
    return new Publication(
        id,
        json.get("hashId").hashId(),
        json.get("created").instant(),
        details(json),
        content(json),
        json.get("customization").object(PublicationJson::customization),
        json.get("modified").instant(),
        json.find("trashed").map(JsonReader::instant).orElse(null));
  }

  private static Details details(JsonReader json) {
    return new Details(
        json.get("name").text(),
        json.find("description").map(JsonReader::text).orElse(null),
        json.find("folder").map(JsonReader::count).orElse(null),
        json.get("domain").text(),
        json.find("lastPdfName").map(JsonReader::text).orElse(null),
        json.get("seoEnabled").flag());
  }

  private static Content content(JsonReader json) {
    return new Content(json.get("extent").word(Extent.class), json.get("totalPages").count());
  }

  private static Customization customization(JsonReader json) {
    return new Customization(
        json.get("password").text(),
        json.get("hardCover").flag(),
        json.get("logoUrl").text(),
        json.get("rightToLeft").flag(),
        json.get("theme").text());
  }

  private static List<Lead.Field> leadForm(JsonReader json) {
    List<Lead.Field> fields =
        json.objects(
            field ->
                new Lead.Field(field.get("label").text(), field.get("type").word(Lead.Type.class)));
    if (fields.stream().noneMatch(field -> field.type() == Lead.Type.EMAIL)) {
      throw json.must("a list with at least one field of type EMAIL");
    }
    return fields;
  }
}
