package io.github.flippingbookemulator.cli;

import io.github.flippingbookemulator.internal.journal.LogText;
import io.github.flippingbookemulator.internal.journal.RequestLine;
import io.github.flippingbookemulator.internal.json.Json;
import io.github.flippingbookemulator.journal.LogFormat;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;

/**
 * Writes a line of the process's log. Times are real ones, since it is read beside the logs of
 * others; keys and tokens are masked. Public because {@code java.util.logging} makes it.
 */
public final class LogLine extends Formatter {
  /** Makes one. */
  public LogLine() {}

  @Override
  public String format(LogRecord record) {
    return (ProcessLog.format() == LogFormat.JSON ? json(record) : text(record)) + "\n";
  }

  private String text(LogRecord record) {
    String line =
        "%1$tT.%1$tL %2$s %3$s"
            .formatted(record.getMillis(), record.getLevel(), LogText.oneLine(message(record)));
    // Indented, so that nothing in a message of others can look like a line of this log.
    return trace(record)
        .lines()
        .map(each -> System.lineSeparator() + "  " + LogText.oneLine(each))
        .collect(Collectors.joining("", line, ""));
  }

  private String json(LogRecord record) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("time", record.getInstant().toString());
    fields.put("level", record.getLevel().getName());
    fields.put("logger", record.getLoggerName());
    Object[] parameters = record.getParameters();
    if (parameters != null && parameters.length == 1 && parameters[0] instanceof RequestLine line) {
      fields.putAll(line.fields());
    } else {
      fields.put("message", message(record));
    }
    if (record.getThrown() != null) {
      fields.put("trace", trace(record));
    }
    return new String(Json.write(fields), StandardCharsets.UTF_8);
  }

  private String message(LogRecord record) {
    String message = formatMessage(record);
    return isRequest(record) ? message : ProcessLog.secrets().mask(message);
  }

  private static boolean isRequest(LogRecord record) {
    return RequestLine.LOGGER.equals(record.getLoggerName()); // masked already
  }

  private static String trace(LogRecord record) {
    StringWriter text = new StringWriter();
    if (record.getThrown() != null) {
      record.getThrown().printStackTrace(new PrintWriter(text, true));
    }
    return ProcessLog.secrets().mask(text.toString());
  }
}
