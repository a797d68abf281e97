package io.github.flippingbookemulator.internal.option;

import io.github.flippingbookemulator.internal.option.ValueType.Form;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts, and what is written as text: names, addresses, paths. */
public final class TextTypes {
  private TextTypes() {}

  /** Text that matches a pattern. */
  public static final class Text extends ValueType<String> {
    private final Pattern pattern;

    /** Text in which the whole matches a regular expression. */
    public Text(String label, String rule, String regex) {
      super(label, rule, Form.TEXT);
      pattern = Pattern.compile(regex);
    }

    /** What an {@code Authorization} header can carry. */
    public static Text key(String label) {
      return new Text(label, "letters, digits and signs of ASCII, without spaces", "[!-~]+");
    }

    @Override
    protected String parse(String text) {
      return text;
    }

    @Override
    protected boolean allows(String value) {
      return pattern.matcher(value).matches();
    }
  }

  /** Texts that each match a pattern; in one text, commas separate them. */
  public static class TextList extends ValueType<List<String>> {
    private final Pattern pattern;

    /** Texts in which the whole of each matches a regular expression. */
    public TextList(String label, String rule, String regex) {
      super(label, rule, Form.LIST);
      pattern = Pattern.compile(regex);
    }

    @Override
    protected final List<String> parse(String text) {
      return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    @Override
    protected boolean allows(List<String> value) {
      return value.stream().allMatch(each -> pattern.matcher(each).matches());
    }

    @Override
    public final String format(List<String> value) {
      return value.stream().collect(Collectors.joining(","));
    }
  }

  /** A host name or IP address without a port; square brackets around it are left out. */
  public static final class Host extends ValueType<String> {
    /** The only one of its kind. */
    public Host() {
      super("HOST", "a host name or an IP address", Form.TEXT);
    }

    @Override
    protected String parse(String text) {
      return text.startsWith("[") ? text.substring(1, text.length() - 1) : text;
    }

    @Override
    protected boolean allows(String value) {
      try {
        URI.create("http://" + (value.contains(":") ? "[" + value + "]" : value) + ":80");
        return value.matches("[^/?#@\\[\\]]+");
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
  }

  /** An absolute http or https URL. */
  public static final class Url extends ValueType<URI> {
    /** The only one of its kind. */
    public Url() {
      super("URL", "an absolute http or https URL", Form.TEXT);
    }

    @Override
    protected URI parse(String text) {
      return URI.create(text);
    }

    @Override
    protected boolean allows(URI value) {
      return value.getHost() != null
          && String.valueOf(value.getScheme()).toLowerCase(Locale.ROOT).matches("https?");
    }
  }

  /** The path of a file; in a configuration file, it is relative to that file. */
  public static final class FilePath extends ValueType<Path> {
    /** The only one of its kind. */
    public FilePath() {
      super("FILE", "the path of a file", Form.TEXT);
    }

    @Override
    protected Path parse(String text) {
      return Path.of(text);
    }

    @Override
    protected boolean allows(Path value) {
      return !value.toString().isBlank();
    }
  }
}
