package io.github.flippingbookemulator.internal.snapshot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.account.Folder;
import io.github.flippingbookemulator.account.Plan;
import io.github.flippingbookemulator.internal.account.AccountState;
import io.github.flippingbookemulator.internal.source.SourcesState;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.reader.Lead;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An account, and all that belongs to it, as JSON. */
final class AccountJson {
  private static final int UNLIMITED = Integer.MAX_VALUE;

  private AccountJson() {}

  static ObjectNode write(AccountContents contents, FileTable files) {
    AccountOptions options = contents.account().options();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", contents.account().id());
    json.put("hashId", contents.account().hashId());
    json.put("email", options.email());
    json.put("accessToken", options.accessToken());
    options.apiKeys().forEach(json.putArray("apiKeys")::add);
    json.set("plan", write(options.plan()));
    options.domains().forEach(json.putArray("domains")::add);
    ArrayNode folders = json.putArray("folders");
    options
        .folders()
        .forEach(each -> folders.addObject().put("id", each.id()).put("name", each.name()));
    ArrayNode publications = json.putArray("publications");
    for (Publication each : contents.publications()) {
      publications.add(PublicationJson.write(each, contents.leadForms().get(each.id())));
    }
    ArrayNode sources = json.putArray("sources");
    contents.sources().sources().forEach(each -> sources.add(SourceJson.write(each, files)));
    ObjectNode line = json.putObject("line");
    contents.sources().underWay().forEach(line.putArray("underWay")::add);
    contents.sources().waiting().forEach(line.putArray("waiting")::add);
    ArrayNode links = json.putArray("links");
    contents.links().forEach(each -> links.add(LinkJson.write(each)));
    ArrayNode triggers = json.putArray("triggers");
    contents.triggers().forEach(each -> triggers.add(TriggerJson.write(each)));
    return json;
  }

  static AccountContents read(JsonReader json, FileTable files) {
    Map<String, List<Lead.Field>> leadForms = new HashMap<>();
    return new AccountContents(
        account(json),
        json.get("publications").objects(each -> PublicationJson.read(each, leadForms)),
        leadForms,
        sources(json, files),
        json.get("links").objects(LinkJson::read),
        json.get("triggers").objects(TriggerJson::read));
  }

  private static AccountState account(JsonReader json) {
    long id = json.get("id").number(1, Long.MAX_VALUE);
    String hashId = json.get("hashId").hashId();
    String email = json.get("email").text();
    String token = json.get("accessToken").text();
    List<String> keys = json.get("apiKeys").list(JsonReader::text);
    Plan plan = json.get("plan").object(AccountJson::plan);
    List<String> domains = json.get("domains").list(JsonReader::text);
    List<Folder> folders = json.get("folders").objects(AccountJson::folder);
    return json.make(
        () ->
            new AccountState(
                id, hashId, new AccountOptions(email, token, keys, plan, domains, folders)));
  }

  private static SourcesState sources(JsonReader json, FileTable files) {
    List<SourcesState.Entry> sources =
        json.get("sources").objects(each -> SourceJson.read(each, files));
    return json.get("line")
        .object(
            line -> {
              List<String> underWay = line.get("underWay").list(JsonReader::id);
              List<String> waiting = line.get("waiting").list(JsonReader::id);
              return line.make(() -> new SourcesState(sources, underWay, waiting));
            });
  }

  private static Folder folder(JsonReader json) {
    return new Folder(
        (int) json.get("id").number(Integer.MIN_VALUE, Integer.MAX_VALUE), json.get("name").text());
  }

  private static ObjectNode write(Plan plan) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    writeLimit(json, "maxPublications", plan.maxPublications());
    writeLimit(json, "maxTrackedLinks", plan.maxTrackedLinks());
    writeLimit(json, "maxTriggers", plan.maxTriggers());
    return json.put("customDomainsEnabled", plan.customDomainsEnabled());
  }

  private static Plan plan(JsonReader json) {
    return new Plan(
        limit(json, "maxPublications"),
        limit(json, "maxTrackedLinks"),
        limit(json, "maxTriggers"),
        json.get("customDomainsEnabled").flag());
  }

  private static void writeLimit(ObjectNode json, String name, int limit) {
    if (limit != UNLIMITED) {
      json.put(name, limit);
    }
  }

  private static int limit(JsonReader json, String name) {
    return json.find(name).map(JsonReader::count).orElse(UNLIMITED);
  }
}
