package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.control.EmulatorControl;
import io.github.flippingbookemulator.link.TrackedLink;
import io.github.flippingbookemulator.publication.Publication;
import io.github.flippingbookemulator.source.Source;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Selects what is in an emulator and what happened in it. Ids may have dashes, as in calls. */
public final class EmulatorAssert extends AbstractContextAssert<EmulatorAssert, EmulatorControl> {
  EmulatorAssert(AssertionContext context) {
    super(context, context.emulator(), EmulatorAssert.class);
  }

  /**
   * Restricts the assertion to one account: objects of others are neither counted nor shown. Calls
   * with an unknown key belong to no account, but are in the timeline of each.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).inAccount(stranger).publications().isEmpty();
   * // fails
   * assertThat(emulator).inAccount(stranger).publication(catalog).exists();
   * </code></pre>
   *
   * @param account one of the emulator's accounts
   * @return an assertion on that account
   */
  public EmulatorAssert inAccount(AccountControl account) {
    return handOn(new EmulatorAssert(new AssertionContext(context.emulator(), account)));
  }

  /**
   * Selects a publication, trashed or not.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).publication(catalog).hasName("Spring catalog");
   * // fails
   * assertThat(emulator).publication("0123456789abcdef0123456789abcdef").hasName("Spring catalog");
   * </code></pre>
   *
   * @param id its id
   * @return an assertion on it; only the next call fails if it does not exist
   */
  public PublicationAssert publication(String id) {
    Publication found = named(id, context.publications(), Publication::id);
    return handOn(new PublicationAssert(context, id, found));
  }

  /**
   * Selects all publications, trashed ones included, oldest first.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).publications().hasSize(3);
   * // fails
   * assertThat(emulator).publications().isEmpty();
   * </code></pre>
   *
   * @return an assertion on them
   */
  public PublicationsAssert publications() {
    return handOn(
        new PublicationsAssert(
            context, Selection.of("publication", "publications", context.publications())));
  }

  /**
   * Selects a source.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).source(catalogSource).isConverted();
   * // fails
   * assertThat(emulator).source(catalog).isConverted(); // a publication's id
   * </code></pre>
   *
   * @param id its id
   * @return an assertion on it; only the next call fails if it does not exist
   */
  public SourceAssert source(String id) {
    return handOn(new SourceAssert(context, id, named(id, context.sources(), Source::id)));
  }

  /**
   * Selects a tracked link, deleted or not.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).link(newsletter).isActive();
   * // fails
   * assertThat(emulator).link(catalog).isActive(); // a publication's id
   * </code></pre>
   *
   * @param id its id
   * @return an assertion on it; only the next call fails if it does not exist
   */
  public LinkAssert link(String id) {
    return handOn(new LinkAssert(context, id, named(id, context.links(), TrackedLink::id)));
  }

  /**
   * Selects all tracked links, deleted ones included, oldest first.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).links().titled("Newsletter").hasSize(1);
   * // fails
   * assertThat(emulator).links().titled("newsletter").hasSize(1);
   * </code></pre>
   *
   * @return an assertion on them
   */
  public LinksAssert links() {
    return handOn(
        new LinksAssert(context, Selection.of("tracked link", "tracked links", context.links())));
  }

  /**
   * Selects the deliveries to webhooks, oldest first.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).deliveries().ofEvent("created").hasSize(1);
   * // fails
   * assertThat(emulator).deliveries().ofEvent("updated").hasSize(1);
   * </code></pre>
   *
   * @return an assertion on them
   */
  public DeliveriesAssert deliveries() {
    return handOn(
        new DeliveriesAssert(
            context, Selection.of("delivery", "deliveries", context.deliveries())));
  }

  /**
   * Selects the calls that are in the journal, oldest first.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).requests().contains("POST", "/fbonline/publication");
   * // fails
   * assertThat(emulator).requests().contains("PUT", "/fbonline/publication");
   * </code></pre>
   *
   * @return an assertion on them
   */
  public RequestsAssert requests() {
    return handOn(
        new RequestsAssert(context, Selection.of("request", "requests", context.requests())));
  }

  /**
   * Selects the mails that the service would have sent, oldest first.
   *
   * <pre><code class='java'>
   * // passes
   * assertThat(emulator).mails().ofEvent("session").hasSize(1);
   * // fails
   * assertThat(emulator).mails().isEmpty();
   * </code></pre>
   *
   * @return an assertion on them
   */
  public MailsAssert mails() {
    return handOn(new MailsAssert(context, Selection.of("mail", "mails", context.mails())));
  }

  private static <T> @Nullable T named(String id, List<T> all, Function<T, String> idOf) {
    String plain = AssertionContext.plain(id);
    return all.stream().filter(each -> idOf.apply(each).equals(plain)).findFirst().orElse(null);
  }
}
