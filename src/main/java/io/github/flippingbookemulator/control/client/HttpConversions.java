package io.github.flippingbookemulator.control.client;

import io.github.flippingbookemulator.internal.control.ConversionOperations;
import io.github.flippingbookemulator.internal.control.ConversionOperations.NewPace;
import io.github.flippingbookemulator.internal.control.ConversionOperations.NextOutcome;
import io.github.flippingbookemulator.internal.control.ConversionOperations.Polls;
import io.github.flippingbookemulator.internal.control.ConversionOperations.Reason;
import io.github.flippingbookemulator.source.ConversionsControl;
import io.github.flippingbookemulator.source.Outcome;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.source.Source;
import java.util.List;

/** The conversions of a remote emulator. */
record HttpConversions(ControlClient calls) implements ConversionsControl {
  @Override
  public List<Source> all() {
    return calls.call(ConversionOperations.LIST).sources();
  }

  @Override
  public List<Source> of(String publicationId) {
    return calls.call(ConversionOperations.LIST, publicationId).sources();
  }

  @Override
  public Source get(String sourceId) {
    return calls.call(ConversionOperations.GET, sourceId);
  }

  @Override
  public Pace pace() {
    return calls.call(ConversionOperations.LIST).pace();
  }

  @Override
  public void pace(Pace pace) {
    calls.call(ConversionOperations.PACE, new NewPace(pace));
  }

  @Override
  public void nextPace(Pace pace) {
    calls.call(ConversionOperations.NEXT_PACE, new NewPace(pace));
  }

  @Override
  public void finishNextAfterPolls(int polls) {
    calls.call(ConversionOperations.NEXT_POLLS, new Polls(polls));
  }

  @Override
  public void nextOutcome(Outcome outcome) {
    calls.call(ConversionOperations.NEXT_OUTCOME, new NextOutcome(outcome));
  }

  @Override
  public void failNext(String reason) {
    calls.call(ConversionOperations.FAIL_NEXT, new Reason(reason));
  }

  @Override
  public void pace(String sourceId, Pace pace) {
    calls.call(ConversionOperations.PACE_OF, new NewPace(pace), sourceId);
  }

  @Override
  public void finishAfterPolls(String sourceId, int polls) {
    calls.call(ConversionOperations.POLLS_OF, new Polls(polls), sourceId);
  }

  @Override
  public void step(String sourceId) {
    calls.call(ConversionOperations.STEP, sourceId);
  }

  @Override
  public void finish(String sourceId) {
    calls.call(ConversionOperations.FINISH, sourceId);
  }

  @Override
  public void finishAll() {
    calls.call(ConversionOperations.FINISH_ALL);
  }

  @Override
  public void fail(String sourceId, String reason) {
    calls.call(ConversionOperations.FAIL, new Reason(reason), sourceId);
  }

  @Override
  public void hold(String sourceId) {
    calls.call(ConversionOperations.HOLD, sourceId);
  }

  @Override
  public void release(String sourceId) {
    calls.call(ConversionOperations.RELEASE, sourceId);
  }
}
