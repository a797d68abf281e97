package io.github.flippingbookemulator.internal.compare;

import static io.github.flippingbookemulator.internal.compare.Probe.reads;
import static io.github.flippingbookemulator.internal.compare.Steps.LINKS;
import static io.github.flippingbookemulator.internal.compare.Steps.PUBLICATIONS;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the account and its publications look like, without changing anything. */
final class ReadProbes {
  private ReadProbes() {}

  static List<Probe> all() {
    return List.of(
        reads("GET /auth/key", ReadProbes::keys, Statement.KEYS_LIST, Statement.KEYS_FORM),
        reads("GET /auth/me", ReadProbes::account, Statement.ACCOUNT_ME),
        reads("GET /fbonline/folders", ReadProbes::folders, Statement.FOLDERS_LIST),
        reads("GET /fbonline/custom-domains", ReadProbes::domains, Statement.DOMAINS_LIST),
        reads(
            "GET /fbonline/publication",
            ReadProbes::paging,
            Statement.PUBLICATION_COUNT,
            Statement.PUBLICATION_BAD_COUNT,
            Statement.GENERAL_UNKNOWN_PARAMETERS),
        reads(
            "GET /fbonline/publication/{id}",
            ReadProbes::publication,
            Statement.PUBLICATION_IDS,
            Statement.PUBLICATION_ADDRESSES,
            Statement.PUBLICATION_HATEOAS_ORDER,
            Statement.GENERAL_TIMESTAMPS,
            Statement.GENERAL_OMITTED_PROPERTIES,
            Statement.PUBLICATION_ID_DASHES),
        reads("GET /fbonline/publication/{id}/source", ReadProbes::source, Statement.SOURCE_LINKS),
        reads("GET /fbonline/tracked_links", ReadProbes::links, Statement.LINK_ENVELOPE),
        reads("GET /auth/me", ReadProbes::rate, Statement.RATE_ONE_A_SECOND));
  }

  private static void keys(Steps steps) {
    JsonNode keys = steps.get("/auth/key").ok("the list of keys").path("keys");
    boolean own = false;
    for (JsonNode key : keys) {
      own |= key.asText().equals(steps.key());
    }
    steps.observe(Statement.KEYS_LIST, type(keys.path(0)) + (own ? ", own key included" : ""));
    // Keys that the user of the emulator chose say nothing; the one that looks generated does.
    steps.observe(Statement.KEYS_FORM, form(keys));
  }

  private static String form(JsonNode keys) {
    for (JsonNode key : keys) {
      if (key.asText().matches("[0-9a-f]{32}")) {
        return "32 hex digits";
      }
    }
    return "another form, of " + keys.path(0).asText().length() + " characters";
  }

  private static void account(Steps steps) {
    JsonNode me = steps.get("/auth/me").ok("the account");
    steps.observe(Statement.ACCOUNT_ME, types(me, "success", "id", "email"));
  }

  private static void folders(Steps steps) {
    JsonNode folders = steps.get("/fbonline/folders").ok("the list of folders").path("folders");
    if (folders.isEmpty()) {
      throw new CannotTell("the account has no folder");
    }
    steps.observe(Statement.FOLDERS_LIST, types(folders.path(0), "id", "name"));
  }

  private static void domains(Steps steps) {
    JsonNode domains = steps.get("/fbonline/custom-domains").ok("the list of domains");
    steps.observe(Statement.DOMAINS_LIST, types(domains, "customDomainsEnabled", "customDomains"));
  }

  private static void paging(Steps steps) {
    steps.observe(Statement.PUBLICATION_COUNT, steps.get(PUBLICATIONS + "?count=1001").error());
    steps.observe(Statement.PUBLICATION_BAD_COUNT, steps.get(PUBLICATIONS + "?count=many").error());
    steps.observe(
        Statement.GENERAL_UNKNOWN_PARAMETERS,
        steps.get(PUBLICATIONS + "?count=1&flavor=sweet").error());
  }

  private static void publication(Steps steps) {
    JsonNode found = steps.anyPublication();
    String id = found.path("id").asText();
    JsonNode one = steps.get(PUBLICATIONS + "/" + id).ok("the publication").path("publication");
    String hashId = one.path("hashId").asText();
    steps.observe(Statement.PUBLICATION_IDS, List.of(id, hashId));
    steps.observe(Statement.PUBLICATION_ADDRESSES, addresses(one, hashId));
    List<String> rels = new ArrayList<>();
    one.path("links")
        .forEach(link -> rels.add(link.path("type").asText() + " " + link.path("rel").asText()));
    steps.observe(Statement.PUBLICATION_HATEOAS_ORDER, rels);
    steps.observe(Statement.GENERAL_TIMESTAMPS, one.path("creationTime").asText());
    steps.observe(Statement.GENERAL_TIMESTAMPS, one.path("modificationTime").asText());
    steps.observe(
        Statement.GENERAL_OMITTED_PROPERTIES,
        one.has("folder") ? "folder is there" : "folder is left out");
    if (id.length() == 32) {
      String dashed = id.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
      steps.observe(
          Statement.PUBLICATION_ID_DASHES, steps.get(PUBLICATIONS + "/" + dashed).error());
    }
  }

  private static Map<String, Object> addresses(JsonNode publication, String hashId) {
    String content = publication.path("contentRoot").asText();
    String cover = publication.path("cover").asText();
    String link = publication.path("canonicalLink").asText();
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("contentRoot ends in /", content.endsWith("/"));
    seen.put("cover", cover.startsWith(content) ? cover.substring(content.length()) : "elsewhere");
    seen.put(
        "canonicalLink", link.endsWith("/view/" + hashId + "/") ? "/view/{hashId}/" : "another");
    return seen;
  }

  private static void source(Steps steps) {
    String id = steps.anyPublication().path("id").asText();
    JsonNode sources =
        steps.get(PUBLICATIONS + "/" + id + "/source").ok("the sources").path("sources");
    if (sources.isEmpty()) {
      throw new CannotTell("the publication has no source");
    }
    List<String> rels = new ArrayList<>();
    sources
        .at("/0/links")
        .forEach(link -> rels.add(link.path("type").asText() + " " + link.path("rel").asText()));
    steps.observe(Statement.SOURCE_LINKS, rels);
  }

  private static void links(Steps steps) {
    JsonNode links = steps.get(LINKS + "?count=1").ok("the list of links");
    steps.observe(Statement.LINK_ENVELOPE, types(links, "total", "userTotal", "links"));
  }

  private static void rate(Steps steps) {
    int before = steps.refusals();
    for (int i = 0; i < 12; i++) {
      steps.get("/auth/me").ok("the account");
    }
    steps.observe(
        Statement.RATE_ONE_A_SECOND,
        (steps.refusals() - before == 0 ? "none" : "some") + " refused");
  }

  /** The types of some properties: what the account holds is nobody's business. */
  private static Map<String, Object> types(JsonNode object, String... properties) {
    Map<String, Object> types = new LinkedHashMap<>();
    for (String property : properties) {
      types.put(property, type(object.path(property)));
    }
    return types;
  }

  private static String type(JsonNode node) {
    if (node.isNumber()) {
      return node.isIntegralNumber() ? "whole number" : "number";
    }
    return node.getNodeType().toString().toLowerCase(Locale.ROOT);
  }
}
