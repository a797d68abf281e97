package io.github.flippingbookemulator.internal.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the comments of types in the sources, as plain text. */
final class JavadocOf {
  private static final Path SOURCES = Path.of("main/java");

  private JavadocOf() {}

  /** The first paragraph about a type; empty if it has no comment. */
  static String type(Class<?> type) {
    String comment = comment(type);
    Matcher first = Pattern.compile("(?s)^(.*?)(?=\\n *<(p|pre|ul)>|\\n *@|$)").matcher(comment);
    return first.find() ? plain(first.group(1)) : "";
  }

  /** What a comment says of a component of a record; empty if it says nothing. */
  static String component(Class<?> type, String name) {
    Matcher param =
        Pattern.compile("(?s)@param " + name + " (.*?)(?=\\n *@|$)").matcher(comment(type));
    if (!param.find()) {
      return "";
    }
    String text = plain(param.group(1));
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
        + text.substring(1)
        + (text.endsWith(".") ? "" : ".");
  }

  private static String comment(Class<?> type) {
    Class<?> top = type;
    while (top.getEnclosingClass() != null) {
      top = top.getEnclosingClass();
    }
    String source;
    try {
      source = Files.readString(SOURCES.resolve(top.getName().replace('.', '/') + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Matcher declaration =
        Pattern.compile(
                "/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\s*(?:[a-z]+ )*(?:record|enum|interface) "
                    + type.getSimpleName()
                    + "\\b")
            .matcher(source);
    return declaration.find() ? declaration.group(1).replaceAll("(?m)^ *\\* ?", "") : "";
  }

  private static String plain(String javadoc) {
    return javadoc
        .replaceAll("\\{@code\\s+([^}]*)}", "`$1`")
        .replaceAll(
            "\\{@(?:link|linkplain)\\s+[\\w.]*#?(\\w+)(?:\\([^)]*\\))?(?:\\s+([^}]*))?}", "`$1`")
        .replaceAll("\\{@value\\s+[^}]*}", "…")
        .replaceAll("<[^>]+>", "")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
