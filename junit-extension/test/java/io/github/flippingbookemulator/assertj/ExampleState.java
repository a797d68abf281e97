package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.Emulator;
import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.account.Folder;
import io.github.flippingbookemulator.reader.VisitControl;
import io.github.flippingbookemulator.testkit.ApiClient;
import io.github.flippingbookemulator.testkit.SmallPdf;
import io.github.flippingbookemulator.testkit.TestEmulator;
import io.github.flippingbookemulator.trigger.InboxControl.Reaction;
import java.time.Duration;
import java.util.List;

/** The variables that the examples in the Javadoc use, and the emulator that they refer to. */
public final class ExampleState implements AutoCloseable {
  /** The clock is frozen, and no work is pending. */
  public final Emulator emulator = Emulator.start(TestEmulator.IMMEDIATE);

  public final AccountControl stranger = emulator.accounts().open(AccountOptions.defaults());
  public final String catalog;
  public final String draft;
  public final String discarded;
  public final String catalogSource;
  public final String brokenSource;
  public final String newsletter;
  public final String poster;
  public final String invitation;
  public final String mistake;
  public final String archiveTrigger;

  /** Fills the emulator by calls of the API. */
  public ExampleState() {
    emulator.accounts().defaultAccount().folders(List.of(new Folder("7", "Brochures")));
    ApiClient client = new ApiClient(emulator);
    client.trigger(emulator.inbox("shop").url(), "", "created", "session", "print");
    archiveTrigger = client.trigger(emulator.inbox("archive").url(), "", "deleted");
    String passing = client.trigger(emulator.inbox("shop").url(), "", "lead");
    client.send("DELETE", "/fbonline/triggers/" + passing, "");
    emulator.inbox("archive").react(3, new Reaction.Status(500));

    catalog =
        client.create(
            "/fbonline/publication",
            "{name: 'Spring catalog', description: 'All that grows', folder: 7, data: '%s'}"
                .formatted(SmallPdf.base64(12)));
    client.send(
        "POST",
        "/fbonline/publication/" + catalog + "/customize",
        "{setPasswordProtection: 'manual', manualPassword: 'tulip', theme: 'dark'}");
    draft = client.publish("Autumn draft", 0);
    discarded = client.create("/fbonline/publication", "{name: 'Old brochure', data: 'bm8gcGRm'}");
    catalogSource = emulator.conversions().of(catalog).get(0).id();
    brokenSource = emulator.conversions().of(discarded).get(0).id();

    newsletter = client.link(catalog, "title: 'Newsletter', onViewTriggerSingle: true");
    poster = client.link(catalog, "title: 'Poster'");
    invitation =
        client.link(
            catalog,
            "title: 'Invitation', onNotOpenedUntil: '%s'"
                .formatted(emulator.clock().now().plusSeconds(2)));
    mistake = client.link(catalog, "title: 'Mistake'");
    client.send("PUT", "/fbonline/tracked_links/" + poster, "{newState: 'Disable'}");
    client.send("PUT", "/fbonline/tracked_links/" + mistake, "{newState: 'Delete'}");

    open(newsletter).leaveAfter(Duration.ofSeconds(90));
    VisitControl second = open(newsletter);
    emulator.clock().advance(Duration.ofSeconds(3));
    emulator.deliveries().hold();
    second.print();
    client.send("GET", "/fbonline/publication/" + "0".repeat(32), "");
    client.send("GET", "/fbonline/publications", "");
  }

  private VisitControl open(String link) {
    return emulator.readers().openLink(emulator.links().get(link).urlName());
  }

  @Override
  public void close() {
    emulator.close();
  }
}
