package io.github.flippingbookemulator.internal.reader;

import io.github.flippingbookemulator.publication.Customization;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.reader.Lead.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The HTML pages that readers see. Their look is entirely the emulator's own (E). */
final class ReaderPages {
  private static final Html NOINDEX = new Html("<meta name=\"robots\" content=\"noindex\">");

  private static final Html LOGO =
      new Html("<img class=\"logo\" alt=\"Logo\" src=\"/reader/assets/icon.svg\">");

  /** Others, such as {@code javascript:} addresses, are no link. */
  private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)https?://\\S+");

  private final Template view = Template.named("view.html");
  private final Template field = Template.named("field.html");
  private final Template gate = Template.named("gate.html");
  private final Template missing = Template.named("missing.html");

  /**
   * Renders the page that shows a publication.
   *
   * @param publication the publication
   * @param address the path of the page without the page number, such as {@code /view/123456789}
   * @param page the page number to open, from 1
   * @param visit the visit that begins with it
   * @param form the lead form
   */
  Html view(Publication publication, String address, int page, Visit visit, List<Field> form) {
    Customization look = publication.customization();
    Map<String, Html> parts = new LinkedHashMap<>();
    parts.put("name", name(publication));
    parts.put("robots", publication.details().seoEnabled() ? Html.NOTHING : NOINDEX);
    parts.put("session", Html.text(visit.session().id()));
    parts.put("address", Html.text(address));
    parts.put("content", Html.text("/content/" + publication.hashId() + "/"));
    parts.put("pages", Html.number(publication.content().totalPages()));
    parts.put("page", Html.number(page));
    parts.put("direction", new Html(look.rightToLeft() ? "rtl" : "ltr"));
    parts.put("hardCover", Html.flag(look.hardCover()));
    parts.put("theme", Html.text(look.theme()));
    parts.put("logo", logo(look));
    parts.put("fields", fields(form));
    return view.fill(parts);
  }

  /**
   * Renders the page that asks for the password of a publication.
   *
   * @param publication the publication
   * @param wrong whether a wrong password has just been entered
   */
  Html gate(Publication publication, boolean wrong) {
    return gate.fill(
        Map.of(
            "name", name(publication),
            "theme", Html.text(publication.customization().theme()),
            "logo", logo(publication.customization()),
            "invalid", Html.flag(wrong),
            "message", new Html(wrong ? "That is not the password. Try again." : "")));
  }

  /**
   * Renders the page for a failed request, such as one for a publication that does not exist.
   *
   * @param title the heading
   * @param why the reason
   */
  Html missing(String title, String why) {
    return missing.fill(Map.of("title", Html.text(title), "why", Html.text(why)));
  }

  private static Html name(Publication publication) {
    String name = publication.details().name();
    return Html.text(name.isBlank() ? "Untitled publication" : name);
  }

  /** The emulator's own drawing, since nothing tells where the picture of a logo is. */
  private static Html logo(Customization look) {
    if (look.logoUrl().isEmpty()) {
      return Html.NOTHING;
    }
    return WEB_ADDRESS.matcher(look.logoUrl()).matches()
        ? new Html(
            "<a class=\"logo-link\" target=\"_blank\" rel=\"noopener noreferrer\" href=\""
                + Html.text(look.logoUrl()).markup()
                + "\">"
                + LOGO.markup()
                + "</a>")
        : LOGO;
  }

  private Html fields(List<Field> form) {
    List<Html> inputs = new ArrayList<>();
    for (Field each : form) {
      inputs.add(
          field.fill(
              Map.of(
                  "number",
                  Html.number(inputs.size() + 1L),
                  "label",
                  Html.text(each.label()),
                  "attributes",
                  new Html(
                      switch (each.type()) {
                        case TEXT -> "type=\"text\"";
                        case EMAIL -> "type=\"email\" autocomplete=\"email\" required";
                        case PHONE -> "type=\"tel\" autocomplete=\"tel\"";
                      }))));
    }
    return Html.all(inputs);
  }
}
