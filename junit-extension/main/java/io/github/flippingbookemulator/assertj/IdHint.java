package io.github.flippingbookemulator.assertj;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out what an id belongs to, for a test that looked for another object or in another account.
 */
final class IdHint {
  private IdHint() {}

  /** Returns a hint such as {@code that is the id of publication 'Spring' of another account}. */
  static Optional<String> of(String word, AssertionContext context) {
    String id = AssertionContext.plain(word);
    return in(id, context)
        .or(
            () ->
                in(id, new AssertionContext(context.emulator(), null))
                    .map(meaning -> meaning + " of another account"))
        .map(meaning -> "that is " + meaning);
  }

  private static Optional<String> in(String id, AssertionContext context) {
    Stream<String> publications =
        context.publications().stream()
            .filter(each -> id.equals(each.id()) || id.equals(each.hashId()))
            .map(
                each ->
                    "the %s of publication '%s'"
                        .formatted(id.equals(each.id()) ? "id" : "hashId", each.details().name()));
    Stream<String> links =
        context.links().stream()
            .filter(each -> id.equals(each.id()) || id.equals(each.urlName()))
            .map(
                each ->
                    "the %s of tracked link '%s'"
                        .formatted(id.equals(each.id()) ? "id" : "urlName", each.title()));
    Stream<String> sources =
        context.sources().stream()
            .filter(each -> id.equals(each.id()))
            .map(each -> "the id of a source of publication " + each.publicationId());
    Stream<String> triggers =
        context.triggers().stream()
            .filter(each -> id.equals(each.id()))
            .map(each -> "the id of a trigger");
    return Stream.of(publications, links, sources, triggers).flatMap(found -> found).findFirst();
  }
}
