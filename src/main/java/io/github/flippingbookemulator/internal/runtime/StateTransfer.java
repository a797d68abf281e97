package io.github.flippingbookemulator.internal.runtime;

import io.github.flippingbookemulator.internal.account.Account;
import io.github.flippingbookemulator.internal.account.AccountState;
import io.github.flippingbookemulator.internal.snapshot.AccountContents;
import io.github.flippingbookemulator.internal.snapshot.EmulatorState;
import io.github.flippingbookemulator.internal.source.ConversionsState;
import io.github.flippingbookemulator.internal.source.FileHold;
import io.github.flippingbookemulator.internal.source.SourcesState;
import io.github.flippingbookemulator.internal.store.Ids;
import io.github.flippingbookemulator.internal.trigger.TriggerState;
import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.reader.Lead;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Takes the state of an instance down, and brings it into a new one. */
final class StateTransfer {
  private StateTransfer() {}

  /**
   * Takes down one moment of all accounts. Under their locks only what is in memory is copied;
   * files, which do not change but may go, are held and read after that.
   *
   * @param optionFiles the registered files that every instance begins with
   */
  static EmulatorState of(Features features, Map<String, Path> optionFiles) {
    try (FileHold hold = features.sources.holdFiles()) {
      return features
          .accounts
          .whileNothingChanges(accounts -> moment(features, accounts, optionFiles))
          .get();
    }
  }

  private static Supplier<EmulatorState> moment(
      Features features, List<Account> accounts, Map<String, Path> optionFiles) {
    List<Supplier<AccountContents>> contents =
        accounts.stream().map(account -> contents(features, account)).toList();
    Instant time = features.clock.now();
    Ids.State ids = features.ids.state();
    ConversionsState conversions = features.sources.conversionsState();
    return () ->
        new EmulatorState(
            time,
            features.inboxes.address(),
            ids,
            conversions,
            contents.stream().map(Supplier::get).toList(),
            features.sources.files().contents(optionFiles));
  }

  private static Supplier<AccountContents> contents(Features features, Account account) {
    AccountState itself = account.state();
    List<Publication> publications = features.publications.of(account).all();
    Map<String, List<Lead.Field>> leadForms = new HashMap<>(features.readers.leadForms());
    leadForms.keySet().retainAll(publications.stream().map(Publication::id).toList());
    Supplier<SourcesState> sources = features.sources.of(account).state();
    List<TrackedLink> links = features.links.of(account).all();
    List<TriggerState> triggers = features.triggers.of(account).states();
    return () ->
        new AccountContents(itself, publications, leadForms, sources.get(), links, triggers);
  }

  /**
   * Brings a state into an instance that is new and whose clock stands still. Sources come last:
   * their conversions go on at once, and then everything else has to be there.
   */
  static void load(EmulatorState state, Features features) {
    features.sources.load(state.conversions());
    state.registeredFiles().forEach(features.sources.files()::register);
    for (AccountContents contents : state.accounts()) {
      Account account = features.accounts.add(contents.account());
      features.publications.of(account).load(contents.publications());
      contents.leadForms().forEach(features.readers::leadForm);
      features.links.of(account).load(contents.links());
      features
          .triggers
          .of(account)
          .load(contents.triggers(), endpoint -> rebased(endpoint, state.inboxes(), features));
      features.sources.of(account).load(contents.sources());
    }
  }

  /** An inbox of the emulator that the state is from becomes the one of this emulator. */
  private static String rebased(String endpoint, String inboxes, Features features) {
    return endpoint.startsWith(inboxes)
        ? features.inboxes.address() + endpoint.substring(inboxes.length())
        : endpoint;
  }
}
