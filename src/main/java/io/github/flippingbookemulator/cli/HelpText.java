package io.github.flippingbookemulator.cli;

import io.github.flippingbookemulator.internal.config.AllOptions;
import io.github.flippingbookemulator.internal.http.ServerOptions;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionGroup;
import java.util.List;
import java.util.Optional;

/** What {@code --help} and {@code --version} print. */
final class HelpText {
  private static final int WIDTH = 80;
  private static final String INDENT = "      ";
  private static final int COLUMN = 29;

  private static final String ABOUT =
      """
      Usage: java -jar flippingbook-emulator.jar [OPTION]...
             java -jar flippingbook-emulator.jar compare --help
      An in-memory stand-in for the FlippingBook Online API. It prints one line with
      its address and API key when it is ready, and runs until Ctrl-C. With compare,
      it finds out where it differs from the service.
      """;

  /** A configuration file with everything that has no flag. */
  static final String FILE =
      """
      {
        speed: 100,
        corsOrigin: ['http://localhost:3000'],
        accounts: [{ email: 'ann@example.com', accessToken: 'token-1',
          apiKeys: ['key-1'], domains: ['books.example.com'],
          plan: { maxPublications: 10, maxTrackedLinks: 50, maxTriggers: 5,
                  customDomainsEnabled: true },
          folders: [{ id: '1', name: 'Catalogs' }] }],
        files: { 'https://example.com/a.pdf': 'samples/a.pdf' },
      }\
      """;

  private static final String ENDING =
      """

      Each option can also be set by the environment variable under it, or by a key
      in the file: --max-waiting is maxWaiting there. A flag wins over the
      environment, and that over the file. An empty variable counts as not set.
      --flat-errors=false switches off what one of the others has switched on.

      The file also knows what has no flag; paths are relative to it:
      %s

      Examples:
        A month in seven hours, on any free port:
          java -jar flippingbook-emulator.jar --port 0 --speed 100
        Sources that are ready at once, without a rate limit:
          java -jar flippingbook-emulator.jar --pace immediate --rate-limit off
        With the options of a project:
          FLIPPINGBOOK_CONFIG=emulator.json5 java -jar flippingbook-emulator.jar

      Exit code 1: the state could not be written at the stop.
      Exit code 2: an option, a variable, the file or the address cannot be used.
      """;

  private static final String ABOUT_COMPARE =
      """
      Usage: java -jar flippingbook-emulator.jar compare --url=URL [OPTION]...
             java -jar flippingbook-emulator.jar compare --report FILE...
      Runs short probes against an emulator of its own and against the service, and
      says for each statement about the service whether both agree. It only reads,
      unless --write is given, and makes one call a second.

      """;

  private static final String ENDING_COMPARE =
      """

      Examples:
        Only reads, and leaves two reports:
          COMPARE_API_KEY=... java -jar flippingbook-emulator.jar compare \\
            --url https://api-tc.is.flippingbook.com --json r.json --markdown r.md
        Merges the reports of two people:
          java -jar flippingbook-emulator.jar compare --report a.json b.json

      Exit code 0: all that was tried agrees. 1: something differs, or could not be
      told. 2: a flag, a file, the address or the key cannot be used, or nobody can
      be asked, because there is neither --yes nor a terminal.
      """;

  private HelpText() {}

  /** What {@code compare --help} prints. */
  static String compare(List<Option<?>> options) {
    StringBuilder help = new StringBuilder(ABOUT_COMPARE);
    options.forEach(option -> append(help, flag(option), sentences(option)));
    append(help, "--help", "Prints this text.");
    return help.append(ENDING_COMPARE).toString();
  }

  static String help() {
    StringBuilder help = new StringBuilder(ABOUT);
    for (OptionGroup group : AllOptions.groups()) {
      help.append('\n').append(group.heading()).append('\n');
      for (Option<?> option : AllOptions.of(group)) {
        if (option.type().hasFlag()) {
          append(help, flag(option), sentences(option));
          help.append(" ".repeat(COLUMN)).append(option.variable()).append('\n');
        }
      }
    }
    help.append('\n');
    append(help, "--help", "Prints this text.");
    append(help, "--version", "Prints the version.");
    return help.append(ENDING.formatted(FILE.indent(2).stripTrailing())).toString();
  }

  private static String flag(Option<?> option) {
    String label = option.type().label();
    return option.flag() + (option.type().isSwitch() ? "[=" + label + "]" : "=" + label);
  }

  /** The version of the jar; a build that is run from its folder of classes has none. */
  static String version() {
    String version =
        Optional.ofNullable(HelpText.class.getPackage().getImplementationVersion())
            .orElse("(development build)");
    return "flippingbook-emulator " + version;
  }

  /** The help text of an option, with its default if that is a value. */
  static <T> String sentences(Option<T> option) {
    T preset = option.preset();
    if (preset == null
        || option.type().isSwitch()
        || option.type().isList()
        || !option.type().hasFlag()) {
      return option.help();
    }
    String value =
        option == ServerOptions.PORT
            ? String.valueOf(CommandLine.DEFAULT_PORT)
            : option.type().format(preset);
    return option.help() + " Default: " + value + ".";
  }

  /** Appends a flag, and its text in the right column. */
  private static void append(StringBuilder help, String flag, String text) {
    StringBuilder line = new StringBuilder(INDENT + flag);
    if (line.length() >= COLUMN) {
      help.append(line).append('\n');
      line.setLength(0);
    }
    for (String word : text.split(" ")) {
      if (line.length() > COLUMN && line.length() + 1 + word.length() > WIDTH) {
        help.append(line).append('\n');
        line.setLength(0);
      }
      if (line.length() > COLUMN) {
        line.append(' ');
      }
      line.append(" ".repeat(Math.max(0, COLUMN - line.length()))).append(word);
    }
    help.append(line).append('\n');
  }
}
