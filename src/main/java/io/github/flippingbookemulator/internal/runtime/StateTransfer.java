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
  static EmulatorState of(EmulatorInstance instance, Map<String, Path> optionFiles) {
    try (FileHold hold = instance.sources.holdFiles()) {
      return instance
          .accounts
          .whileNothingChanges(accounts -> moment(instance, accounts, optionFiles))
          .get();
    }
  }

  private static Supplier<EmulatorState> moment(
      EmulatorInstance instance, List<Account> accounts, Map<String, Path> optionFiles) {
    List<Supplier<AccountContents>> contents =
        accounts.stream().map(account -> contents(instance, account)).toList();
    Instant time = instance.clock.now();
    Ids.State ids = instance.ids.state();
    ConversionsState conversions = instance.sources.conversionsState();
    return () ->
        new EmulatorState(
            time,
            instance.inboxes.address(),
            ids,
            conversions,
            contents.stream().map(Supplier::get).toList(),
            instance.sources.files().contents(optionFiles));
  }

  private static Supplier<AccountContents> contents(EmulatorInstance instance, Account account) {
    AccountState itself = account.state();
    List<Publication> publications = instance.publications.of(account).all();
    Map<String, List<Lead.Field>> leadForms = new HashMap<>(instance.readers.leadForms());
    leadForms.keySet().retainAll(publications.stream().map(Publication::id).toList());
    Supplier<SourcesState> sources = instance.sources.of(account).state();
    List<TrackedLink> links = instance.links.of(account).all();
    List<TriggerState> triggers = instance.triggers.of(account).states();
    return () ->
        new AccountContents(itself, publications, leadForms, sources.get(), links, triggers);
  }

  /**
   * Brings a state into an instance that is new and whose clock stands still. Sources come last:
   * their conversions go on at once, and then everything else has to be there.
   */
  static void load(EmulatorState state, EmulatorInstance instance) {
    instance.sources.load(state.conversions());
    state.registeredFiles().forEach(instance.sources.files()::register);
    for (AccountContents contents : state.accounts()) {
      Account account = instance.accounts.add(contents.account());
      instance.publications.of(account).load(contents.publications());
      contents.leadForms().forEach(instance.readers::leadForm);
      instance.links.of(account).load(contents.links());
      instance
          .triggers
          .of(account)
          .load(contents.triggers(), endpoint -> rebased(endpoint, state.inboxes(), instance));
      instance.sources.of(account).load(contents.sources());
    }
  }

  /** An inbox of the emulator that the state is from becomes the one of this emulator. */
  private static String rebased(String endpoint, String inboxes, EmulatorInstance instance) {
    return endpoint.startsWith(inboxes)
        ? instance.inboxes.address() + endpoint.substring(inboxes.length())
        : endpoint;
  }
}
