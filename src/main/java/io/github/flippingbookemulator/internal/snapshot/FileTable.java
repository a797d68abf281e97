package io.github.flippingbookemulator.internal.snapshot;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.flippingbookemulator.internal.source.FileContent;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The distinct files of a snapshot, each once, by its SHA-256. */
final class FileTable {
  private static final String ATTRIBUTE = "files";

  private final Map<String, FileContent> files = new TreeMap<>();

  /**
   * Reads the files, before anything that refers to them.
   *
   * @param json an object with base64 for each SHA-256
   */
  static FileTable read(JsonNode json) {
    if (!json.isObject()) {
      throw SnapshotJson.unreadable("files must be an object");
    }
    FileTable table = new FileTable();
    json.properties()
        .forEach(file -> table.files.put(file.getKey(), content(file.getKey(), file.getValue())));
    return table;
  }

  private static FileContent content(String name, JsonNode file) {
    String place = "files." + SnapshotJson.cut(name);
    FileContent content;
    try {
      content = FileContent.ofBase64(file.isTextual() ? file.textValue() : "***");
    } catch (IllegalArgumentException e) {
      throw SnapshotJson.unreadable(place + " must be base64");
    }
    if (!content.sha256().equals(name)) {
      throw SnapshotJson.unreadable(place + " must be a file whose SHA-256 is its name");
    }
    return content;
  }

  /** What the mapper needs in order to find this table. */
  Map<String, FileTable> attributes() {
    return Map.of(ATTRIBUTE, this);
  }

  /** Tells the mapper to write a file as its name, and the table at the end as files. */
  static SimpleModule module() {
    SimpleModule module = new SimpleModule("files");
    module.addSerializer(new NameWriter());
    module.addSerializer(new TableWriter());
    module.addDeserializer(FileContent.class, new NameReader());
    module.addDeserializer(FileTable.class, new TableReader());
    return module;
  }

  private static final class NameWriter extends StdSerializer<FileContent> {
    private static final long serialVersionUID = 1;

    NameWriter() {
      super(FileContent.class);
    }

    @Override
    public void serialize(FileContent content, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      ((FileTable) provider.getAttribute(ATTRIBUTE)).files.put(content.sha256(), content);
      json.writeString(content.sha256());
    }
  }

  /** The table is written last, when all files have been put into it. */
  private static final class TableWriter extends StdSerializer<FileTable> {
    private static final long serialVersionUID = 1;

    TableWriter() {
      super(FileTable.class);
    }

    @Override
    public void serialize(FileTable table, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      for (Map.Entry<String, FileContent> file : table.files.entrySet()) {
        json.writeStringField(file.getKey(), file.getValue().base64());
      }
      json.writeEndObject();
    }
  }

  private static final class NameReader extends StdDeserializer<FileContent> {
    private static final long serialVersionUID = 1;

    NameReader() {
      super(FileContent.class);
    }

    @Override
    public FileContent deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      FileContent content =
          ((FileTable) context.getAttribute(ATTRIBUTE)).files.get(json.getValueAsString(""));
      return content != null
          ? content
          : (FileContent)
              context.handleWeirdStringValue(FileContent.class, json.getValueAsString(""), "");
    }
  }

  private static final class TableReader extends StdDeserializer<FileTable> {
    private static final long serialVersionUID = 1;

    TableReader() {
      super(FileTable.class);
    }

    @Override
    public FileTable deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      json.skipChildren();
      return (FileTable) context.getAttribute(ATTRIBUTE);
    }
  }
}
