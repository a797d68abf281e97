package io.github.flippingbookemulator.internal.source;

import io.github.flippingbookemulator.internal.publication.Upload;
import io.github.flippingbookemulator.internal.source.SourcesState.Entry;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.source.SourceState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Saves the sources of an account as a state, and restores them. Both are called under the
 * account's lock.
 */
final class SourceStates {
  private SourceStates() {}

  /** Copies the state now; the supplier reads the files, later and without a lock. */
  static Supplier<SourcesState> of(SourceStore store, ConversionQueue line, PdfReceiver intake) {
    List<Supplier<Entry>> entries =
        store.all().stream()
            .map(conversion -> conversion.state(store.isShown(conversion), intake::content))
            .toList();
    List<String> underWay = ids(line.underWay());
    List<String> waiting = ids(line.waiting());
    return () -> new SourcesState(entries.stream().map(Supplier::get).toList(), underWay, waiting);
  }

  /** Restores sources; returns those whose files were not checked and have to be received again. */
  static Map<Conversion, Upload> load(
      SourcesState state, SourceStore store, ConversionQueue line, PdfReceiver intake) {
    Map<Conversion, Upload> onTheirWay = new LinkedHashMap<>();
    for (Entry entry : state.sources()) {
      Conversion conversion = Conversion.of(entry);
      store.add(conversion);
      if (entry.shown()) {
        store.show(conversion);
      }
      if (entry.pdf() instanceof SourcesState.Usable usable) {
        intake.keep(entry.source().id(), usable.content());
      } else if (entry.pdf() instanceof SourcesState.OnItsWay onItsWay) {
        onTheirWay.put(conversion, onItsWay.upload());
      }
      boolean notQueuedYet = entry.source().state() == SourceState.WAIT_AUTO_QUEUE;
      if (notQueuedYet && conversion.pace() == Pace.TIMED) {
        line.takeOver(conversion);
      }
    }
    line.load(conversions(state.underWay(), store), conversions(state.waiting(), store));
    return onTheirWay;
  }

  private static List<Conversion> conversions(List<String> sourceIds, SourceStore store) {
    return sourceIds.stream().flatMap(id -> store.find(id).stream()).toList();
  }

  private static List<String> ids(List<Conversion> conversions) {
    return conversions.stream().map(conversion -> conversion.source().id()).toList();
  }
}
