package io.github.flippingbookemulator;

import io.github.flippingbookemulator.Option.Group;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Describes the command line to picocli: from the table of settings, without annotations, so that
 * nothing is searched for by reflection at start.
 */
final class CommandLineSpec {
  private static final String ABOUT =
      """
      An in-memory stand-in for the FlippingBook Online API. It prints one line with
      its address and API key when it is ready, and runs until Ctrl-C.
      """;

  private static final String ENDING =
      """

      Each option can also be set by the environment variable under it, or by a key
      in the file: --max-waiting is maxWaiting there, --cors-origin is corsOrigins.
      A flag wins over the environment, the environment over the file. An empty
      variable counts as not set. --flat-errors=false switches off what one of the
      others has switched on.

      The file also knows what has no flag; paths are relative to it:
        {
          speed: 100,
          accounts: [{ email: 'ann@example.com', accessToken: 'token-1',
            apiKeys: ['key-1'], domains: ['books.example.com'],
            plan: { maxPublications: 10, maxTrackedLinks: 50, maxTriggers: 5,
                    customDomainsEnabled: true },
            folders: [{ id: 1, name: 'Catalogs' }] }],
          files: { 'https://example.com/a.pdf': 'samples/a.pdf' },
          conversionTimes: { queue: '1s', preview: '2s', perPage: '50ms' },
          fetchTimeout: '30s',
        }

      Examples:
        A month in seven hours, on any free port:
          java -jar flippingbook-emulator.jar --port 0 --speed 100
        Sources that are ready at once, without a rate limit:
          java -jar flippingbook-emulator.jar --pace immediate --rate-limit off
        With the settings of a project:
          FLIPPINGBOOK_CONFIG=emulator.json5 java -jar flippingbook-emulator.jar

      Exit code 2: an option, a variable, the file or the address cannot be used.
      """;

  private CommandLineSpec() {}

  static CommandLine commandLine() {
    CommandSpec spec = CommandSpec.create().name("java -jar flippingbook-emulator.jar");
    for (Group group : Group.values()) {
      ArgGroupSpec.Builder section =
          ArgGroupSpec.builder().validate(false).heading("%n" + group.heading + "%n");
      for (Option setting : Option.values()) {
        if (setting.group == group) {
          section.addArg(option(setting));
        }
      }
      spec.addArgGroup(section.order(group.ordinal()).build());
    }
    spec.addOption(help("--help", "Prints this text.").usageHelp(true).build());
    spec.addOption(help("--version", "Prints the version.").versionHelp(true).build());
    spec.usageMessage()
        .width(80)
        .sortOptions(false)
        .sortSynopsis(false)
        .customSynopsis("java -jar flippingbook-emulator.jar [OPTION]...")
        .description(ABOUT)
        .footer(ENDING);
    return new CommandLine(spec).setExpandAtFiles(false).setInterpolateVariables(false);
  }

  static String help() {
    return commandLine().getUsageMessage(Ansi.OFF);
  }

  /** The version of the jar; a build that is run from its folder of classes has none. */
  static String version() {
    String version =
        Optional.ofNullable(CommandLineSpec.class.getPackage().getImplementationVersion())
            .orElse("(development build)");
    return "flippingbook-emulator " + version;
  }

  private static OptionSpec option(Option setting) {
    OptionSpec.Builder option =
        OptionSpec.builder(setting.flag()).description(setting.description, setting.variable());
    if (setting.isSwitch()) {
      return option
          .type(String.class)
          .arity("0..1")
          .fallbackValue("true")
          .paramLabel("true|false")
          .build();
    }
    option.paramLabel(setting.label).arity("1");
    return setting.isRepeatable()
        ? option.type(List.class).auxiliaryTypes(String.class).hideParamSyntax(true).build()
        : option.type(String.class).build();
  }

  private static OptionSpec.Builder help(String name, String description) {
    return OptionSpec.builder(name).description(description);
  }
}
