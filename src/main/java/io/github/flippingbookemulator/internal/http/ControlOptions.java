package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.internal.option.ChoiceTypes;
import io.github.flippingbookemulator.internal.option.Option;
import io.github.flippingbookemulator.internal.option.OptionGroup;
import io.github.flippingbookemulator.internal.option.OptionValues;
import io.github.flippingbookemulator.internal.option.TextTypes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the control plane.
 *
 * @param on whether it is switched on; the health check and the webhook inboxes work in any case
 * @param token the token that callers must send; null if none is required
 * @param hosts further host names by which it may be called, besides those that cannot be used for
 *     DNS rebinding
 */
public record ControlOptions(boolean on, @Nullable String token, List<String> hosts) {
  /** Whether there is a control plane. */
  public static final Option<Boolean> CONTROL =
      new Option<>(
          "control",
          OptionGroup.CONTROL_PLANE,
          new ChoiceTypes.OnOrOff(),
          true,
          "Whether the emulator can be controlled over HTTP, under /_emulator; health is there in"
              + " any case.");

  /** What callers must send. */
  public static final Option<String> CONTROL_TOKEN =
      new Option<>(
          "controlToken",
          OptionGroup.CONTROL_PLANE,
          TextTypes.Text.key("TOKEN"),
          null,
          "What callers of the control plane have to send as a bearer token. Default: none.");

  /** Names by which the control plane may be called. */
  public static final Option<List<String>> CONTROL_HOST =
      new Option<>(
          "controlHost",
          OptionGroup.CONTROL_PLANE,
          new TextTypes.TextList(
              "NAME", "host names such as emulator.example.com", "[A-Za-z0-9._-]+"),
          List.of(),
          "A name by which the control plane may be called, besides IP addresses, localhost, names"
              + " without a dot, those that end in .localhost, .internal, .local or .test, the"
              + " host, and that of the public URL; for more, repeat it or use commas.");

  /** All of them. */
  public static final List<Option<?>> OPTIONS = List.of(CONTROL, CONTROL_TOKEN, CONTROL_HOST);

  /** Copies the list. */
  public ControlOptions {
    hosts = List.copyOf(hosts);
  }

  /**
   * Takes them from the values of all options.
   *
   * @param ownNames the names that the server itself has
   */
  static ControlOptions of(OptionValues values, List<String> ownNames) {
    List<String> hosts = new ArrayList<>(values.get(CONTROL_HOST));
    hosts.addAll(ownNames);
    return new ControlOptions(values.get(CONTROL), values.find(CONTROL_TOKEN).orElse(null), hosts);
  }

  @Override
  public String toString() {
    return "ControlOptions[on=%s, token=%s, hosts=%s]"
        .formatted(on, token == null ? "none" : "***", hosts);
  }
}
