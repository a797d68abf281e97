package io.github.flippingbookemulator.internal.snapshot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.flippingbookemulator.internal.source.FileContent;
import io.github.flippingbookemulator.internal.store.Ids;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A snapshot as JSON. What is optional and not there is left out, enums are written by their names,
 * and each distinct file stands at the end once, by its SHA-256.
 */
final class SnapshotJson {
  private static final String EMULATOR = "flippingbook-emulator";
  private static final int FORMAT = 1;
  private static final Pattern BITS = Pattern.compile("[0-9a-f]{16}");
  // Far enough from the ends of what an Instant can be, so that there is room for plans.
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("+999990000-01-01T00:00:00Z");

  private SnapshotJson() {}

  static ObjectNode write(EmulatorState state) {
    FileTable files = new FileTable();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("emulator", EMULATOR);
    json.put("format", FORMAT);
    json.put("time", state.time().toString());
    json.put("inboxes", state.inboxes());
    json.putObject("ids")
        .put("random", "%016x".formatted(state.ids().random()))
        .put("hashId", state.ids().hashId());
    json.set("conversions", SourceJson.write(state.conversions()));
    ArrayNode accounts = json.putArray("accounts");
    state.accounts().forEach(account -> accounts.add(AccountJson.write(account, files)));
    ArrayNode registered = json.putArray("registeredFiles");
    state
        .registeredFiles()
        .forEach(
            (url, content) ->
                registered.addObject().put("url", url).put("file", files.add(content)));
    files.write(json.putObject("files"));
    return json;
  }

  static EmulatorState read(JsonReader document) {
    return document.object(
        json -> {
          requireFormat(json);
          FileTable files = FileTable.read(json.get("files"));
          EmulatorState state =
              new EmulatorState(
                  time(json.get("time")),
                  json.get("inboxes").text(),
                  json.get("ids").object(SnapshotJson::ids),
                  json.get("conversions").object(SourceJson::readConversions),
                  json.get("accounts").objects(account -> AccountJson.read(account, files)),
                  registeredFiles(json.get("registeredFiles"), files));
          StateValidator.check(state);
          return state;
        });
  }

  private static void requireFormat(JsonReader json) {
    if (json.find("emulator").filter(name -> name.isText(EMULATOR)).isEmpty()) {
      throw JsonReader.unreadable("it is no snapshot of " + EMULATOR);
    }
    long format = json.get("format").number(0, Integer.MAX_VALUE);
    if (format != FORMAT) {
      throw JsonReader.unreadable(
          "it has the format " + format + ", and this version reads the format " + FORMAT);
    }
  }

  private static Instant time(JsonReader json) {
    Instant time = json.instant();
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw json.must("a time from " + EARLIEST + " to " + LATEST);
    }
    return time;
  }

  private static Ids.State ids(JsonReader json) {
    String random = json.get("random").text(BITS, "16 lowercase hex digits");
    long hashId = json.get("hashId").number(0, Long.MAX_VALUE);
    return json.make(() -> new Ids.State(Long.parseUnsignedLong(random, 16), hashId));
  }

  private static SortedMap<String, FileContent> registeredFiles(JsonReader json, FileTable files) {
    SortedMap<String, FileContent> registered = new TreeMap<>();
    json.objects(
        file -> {
          JsonReader url = file.get("url");
          if (registered.put(url.text(), files.get(file.get("file"))) != null) {
            throw url.must("an address that no other registered file has");
          }
          return url;
        });
    return registered;
  }
}
