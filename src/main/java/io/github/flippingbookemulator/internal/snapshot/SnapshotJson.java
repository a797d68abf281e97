package io.github.flippingbookemulator.internal.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.flippingbookemulator.internal.json.RecordMapper;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A snapshot as JSON: the records of the state as {@link RecordMapper} writes them, and each
 * distinct file once.
 */
final class SnapshotJson {
  static final String EMULATOR = "flippingbook-emulator";
  static final int FORMAT = 3;

  private static final RecordMapper MAPPER = new RecordMapper(Map.of(), FileTable.module());
  private static final Pattern LINE_ENDS = Pattern.compile("[\\p{Cntrl}\\v]+");
  private static final int SHOWN = 80;

  /** Half a surrogate pair: clients can send it escaped, and UTF-8 has no other form for it. */
  private static final Pattern HALF_PAIR = Pattern.compile("\\p{Cs}");

  private SnapshotJson() {}

  static String write(EmulatorState state) {
    FileTable files = new FileTable();
    String text = MAPPER.writeLines(SnapshotDocument.of(state, files), files.attributes()) + "\n";
    return HALF_PAIR
        .matcher(text)
        .replaceAll(half -> "\\\\u%04x".formatted((int) half.group().charAt(0)));
  }

  static EmulatorState read(JsonNode json) {
    ObjectNode document = inThisFormat(json);
    if (!document.has("files")) {
      throw unreadable("files is missing");
    }
    FileTable files = FileTable.read(document.get("files"));
    EmulatorState state;
    try {
      state = MAPPER.read(document, SnapshotDocument.class, files.attributes()).state();
    } catch (IllegalArgumentException e) {
      throw unreadable(String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
    }
    StateValidator.check(state);
    return state;
  }

  private static ObjectNode inThisFormat(JsonNode json) {
    if (!(json instanceof ObjectNode document)) {
      throw unreadable("it must be an object, not " + cut(json.toString()));
    }
    if (!EMULATOR.equals(document.path("emulator").textValue())) {
      throw unreadable("it is no snapshot of " + EMULATOR);
    }
    JsonNode format = document.path("format");
    if (format.isInt() && format.intValue() == FormatOne.NUMBER) {
      return FormatTwo.upgrade(FormatOne.upgrade(document));
    }
    if (format.isInt() && format.intValue() == FormatTwo.NUMBER) {
      return FormatTwo.upgrade(document);
    }
    if (format.isMissingNode()) {
      throw unreadable("format is missing");
    }
    if (!format.isInt() || format.intValue() != FORMAT) {
      throw unreadable(
          "it has the format %s, and this version reads the formats %d to %d"
              .formatted(cut(format.toString()), FormatOne.NUMBER, FORMAT));
    }
    return document;
  }

  /** Makes the exception for a snapshot that cannot be read: one sentence on one line. */
  static IllegalArgumentException unreadable(String what) {
    String line = LINE_ENDS.matcher(what).replaceAll(" ");
    return new IllegalArgumentException("This snapshot cannot be restored: " + line + ".");
  }

  static String cut(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
