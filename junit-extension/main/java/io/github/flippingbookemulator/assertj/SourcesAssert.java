package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.source.Source;

/** Assertions on the sources of a publication. */
public final class SourcesAssert extends SelectionAssert<SourcesAssert, Source, SourceAssert> {
  SourcesAssert(AssertionContext context, Selection<Source> selection) {
    super(context, selection, SourcesAssert.class);
  }

  @Override
  SourcesAssert on(Selection<Source> narrower) {
    return new SourcesAssert(context, narrower);
  }

  @Override
  SourceAssert on(Source one) {
    return new SourceAssert(context, one.id(), one);
  }

  @Override
  String fact(Source each) {
    return Descriptions.of(each, context.emulator().clock().now());
  }
}
