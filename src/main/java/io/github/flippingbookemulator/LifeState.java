package io.github.flippingbookemulator;

import io.github.flippingbookemulator.account.Account;
import io.github.flippingbookemulator.account.AccountState;
import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.reader.Lead;
import io.github.flippingbookemulator.snapshot.AccountContents;
import io.github.flippingbookemulator.snapshot.EmulatorState;
import io.github.flippingbookemulator.source.ConversionsState;
import io.github.flippingbookemulator.source.FileHold;
import io.github.flippingbookemulator.source.SourcesState;
import io.github.flippingbookemulator.store.Ids;
import io.github.flippingbookemulator.trigger.TriggerState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Takes the state of a life down, and brings it into a new one. */
final class LifeState {
  private LifeState() {}

  /**
   * Takes down one moment of all accounts. Under their locks only what is in memory is copied;
   * files, which do not change but may go, are held and read after that.
   *
   * @param optionFiles the registered files that every life begins with
   */
  static EmulatorState of(Life life, Map<String, Path> optionFiles) {
    try (FileHold hold = life.sources.holdFiles()) {
      return life.accounts
          .whileNothingChanges(accounts -> moment(life, accounts, optionFiles))
          .get();
    }
  }

  private static Supplier<EmulatorState> moment(
      Life life, List<Account> accounts, Map<String, Path> optionFiles) {
    List<Supplier<AccountContents>> contents =
        accounts.stream().map(account -> contents(life, account)).toList();
    Instant time = life.clock.now();
    Ids.State ids = life.ids.state();
    ConversionsState conversions = life.sources.conversionsState();
    return () ->
        new EmulatorState(
            time,
            life.inboxes.address(),
            ids,
            conversions,
            contents.stream().map(Supplier::get).toList(),
            life.sources.files().contents(optionFiles));
  }

  private static Supplier<AccountContents> contents(Life life, Account account) {
    AccountState itself = account.state();
    List<Publication> publications = life.publications.of(account).all();
    Map<String, List<Lead.Field>> leadForms = new HashMap<>(life.readers.leadForms());
    leadForms.keySet().retainAll(publications.stream().map(Publication::id).toList());
    Supplier<SourcesState> sources = life.sources.of(account).state();
    List<TrackedLink> links = life.links.of(account).all();
    List<TriggerState> triggers = life.triggers.of(account).states();
    return () ->
        new AccountContents(itself, publications, leadForms, sources.get(), links, triggers);
  }

  /**
   * Brings a state into a life that is new and whose clock stands still. Sources come last: their
   * conversions go on at once, and then everything else has to be there.
   */
  static void load(EmulatorState state, Life life) {
    life.sources.load(state.conversions());
    state.registeredFiles().forEach(life.sources.files()::register);
    for (AccountContents contents : state.accounts()) {
      Account account = life.accounts.add(contents.account());
      life.publications.of(account).load(contents.publications());
      contents.leadForms().forEach(life.readers::leadForm);
      life.links.of(account).load(contents.links());
      life.triggers
          .of(account)
          .load(contents.triggers(), endpoint -> rebased(endpoint, state.inboxes(), life));
      life.sources.of(account).load(contents.sources());
    }
  }

  /** An inbox of the emulator that the state is from becomes the one of this emulator. */
  private static String rebased(String endpoint, String inboxes, Life life) {
    return endpoint.startsWith(inboxes)
        ? life.inboxes.address() + endpoint.substring(inboxes.length())
        : endpoint;
  }
}
