package io.github.flippingbookemulator.assertj;

import io.github.flippingbookemulator.source.Source;

/** Assertions on the sources of a publication. */
public final class SourcesAssert extends SelectionAssert<SourcesAssert, Source, SourceAssert> {
  SourcesAssert(Evidence evidence, Selection<Source> selection) {
    super(evidence, selection, SourcesAssert.class);
  }

  @Override
  SourcesAssert on(Selection<Source> narrower) {
    return new SourcesAssert(evidence, narrower);
  }

  @Override
  SourceAssert on(Source one) {
    return new SourceAssert(evidence, one.id(), one);
  }

  @Override
  String fact(Source each) {
    return Facts.of(each, evidence.emulator().clock().now());
  }
}
