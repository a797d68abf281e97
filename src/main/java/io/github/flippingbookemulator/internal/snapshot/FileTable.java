package io.github.flippingbookemulator.internal.snapshot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.flippingbookemulator.internal.source.FileContent;
import java.util.Map;
import java.util.TreeMap;

/** The distinct files of a snapshot, each once, by its SHA-256. */
final class FileTable {
  private final Map<String, FileContent> files = new TreeMap<>();

  static FileTable read(JsonReader part) {
    FileTable pool = new FileTable();
    part.properties((name, file) -> pool.files.put(name, content(name, file)));
    return pool;
  }

  private static FileContent content(String name, JsonReader file) {
    String base64 = file.text();
    FileContent content;
    try {
      content = FileContent.ofBase64(base64);
    } catch (IllegalArgumentException e) {
      throw file.must("base64");
    }
    if (!content.sha256().equals(name)) {
      throw file.must("a file whose SHA-256 is its name");
    }
    return content;
  }

  void write(ObjectNode json) {
    files.forEach((name, content) -> json.put(name, content.base64()));
  }

  /** Adds a file and returns its name. */
  String add(FileContent content) {
    files.put(content.sha256(), content);
    return content.sha256();
  }

  /** The file that a part names. */
  FileContent get(JsonReader name) {
    FileContent content = files.get(name.text());
    if (content == null) {
      throw name.must("the name of one of the files");
    }
    return content;
  }
}
