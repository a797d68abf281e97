package io.github.flippingbookemulator.internal.runtime;

import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.internal.account.Account;
import io.github.flippingbookemulator.internal.account.AccountRoutes;
import io.github.flippingbookemulator.internal.control.AuthorityRoutes;
import io.github.flippingbookemulator.internal.control.ControlRoutes;
import io.github.flippingbookemulator.internal.control.DashboardRoutes;
import io.github.flippingbookemulator.internal.http.ControlToken;
import io.github.flippingbookemulator.internal.http.Endpoints;
import io.github.flippingbookemulator.internal.link.TrackedLinkRoutes;
import io.github.flippingbookemulator.internal.option.OptionValues;
import io.github.flippingbookemulator.internal.publication.PasswordCookie;
import io.github.flippingbookemulator.internal.publication.PublicationOptions;
import io.github.flippingbookemulator.internal.publication.PublicationRoutes;
import io.github.flippingbookemulator.internal.publication.PublicationUrls;
import io.github.flippingbookemulator.internal.reader.ReaderRoutes;
import io.github.flippingbookemulator.internal.reader.ReportRoutes;
import io.github.flippingbookemulator.internal.source.ContentRoutes;
import io.github.flippingbookemulator.internal.source.SourceRoutes;
import io.github.flippingbookemulator.internal.store.Ids;
import io.github.flippingbookemulator.internal.trigger.InboxRoutes;
import io.github.flippingbookemulator.internal.trigger.OlderTriggerRoutes;
import io.github.flippingbookemulator.internal.trigger.TriggerRoutes;

/** The endpoints of an instance: those of its features, and those that control it. */
final class InstanceEndpoints {
  private InstanceEndpoints() {}

  /**
   * Makes them.
   *
   * @param features what the API calls
   * @param accountRoutes the routes of accounts, which also authenticate all others
   * @param control what the control plane calls
   * @param shared what the instance shares with those before and after it
   * @param options what the instance starts with
   * @param token what callers of the control plane must have
   */
  static Endpoints<Account> of(
      Features features,
      AccountRoutes accountRoutes,
      EmulatorControl control,
      SharedParts shared,
      OptionValues options,
      ControlToken token) {
    Endpoints<Account> endpoints = new Endpoints<>();
    addApi(endpoints, features, accountRoutes, options);
    addReaders(endpoints, features);
    new InboxRoutes(features.inboxes, features.clock, shared.threads()).addTo(endpoints);
    new ControlRoutes(control, shared.threads(), shared.streams(), token).addTo(endpoints);
    new AuthorityRoutes(shared.certificate()).addTo(endpoints);
    new DashboardRoutes().addTo(endpoints);
    return endpoints;
  }

  private static void addApi(
      Endpoints<Account> endpoints,
      Features features,
      AccountRoutes accountRoutes,
      OptionValues options) {
    var publications = features.publications;
    var sources = features.sources;
    var triggers = features.triggers;
    PublicationUrls urls = new PublicationUrls(options.get(PublicationOptions.PRODUCTION_URLS));
    accountRoutes.addTo(endpoints);
    new PublicationRoutes(publications, urls, sources).addTo(endpoints);
    new SourceRoutes(publications, sources, features.clock).addTo(endpoints);
    new TrackedLinkRoutes(publications, features.links, urls).addTo(endpoints);
    new TriggerRoutes(triggers).addTo(endpoints);
    new OlderTriggerRoutes(publications, triggers).addTo(endpoints);
  }

  private static void addReaders(Endpoints<Account> endpoints, Features features) {
    PasswordCookie cookie = new PasswordCookie(Ids.random().next());
    new ContentRoutes(features.accounts, features.publications, features.sources, cookie)
        .addTo(endpoints);
    new ReaderRoutes(features.readers, cookie).addTo(endpoints);
    new ReportRoutes(features.readers).addTo(endpoints);
  }
}
