package io.github.flippingbookemulator.control.client;

import static io.github.flippingbookemulator.control.client.ControlClient.encoded;

import io.github.flippingbookemulator.internal.control.ConversionsRoutes.Conversions;
import io.github.flippingbookemulator.internal.control.ConversionsRoutes.NewPace;
import io.github.flippingbookemulator.internal.control.ConversionsRoutes.NextOutcome;
import io.github.flippingbookemulator.internal.control.ConversionsRoutes.Polls;
import io.github.flippingbookemulator.internal.control.ConversionsRoutes.Reason;
import io.github.flippingbookemulator.source.ConversionsControl;
import io.github.flippingbookemulator.source.Outcome;
import io.github.flippingbookemulator.source.Pace;
import io.github.flippingbookemulator.source.Source;
import java.util.List;

/** The conversions of a remote emulator. */
record HttpConversions(ControlClient calls) implements ConversionsControl {
  private static final String ALL = "/conversions";

  @Override
  public List<Source> all() {
    return calls.get(ALL, Conversions.class).sources();
  }

  @Override
  public List<Source> of(String publicationId) {
    return calls.get(ALL + "?publication=" + encoded(publicationId), Conversions.class).sources();
  }

  @Override
  public Source get(String sourceId) {
    return calls.get(one(sourceId), Source.class);
  }

  @Override
  public Pace pace() {
    return calls.get(ALL, Conversions.class).pace();
  }

  @Override
  public void pace(Pace pace) {
    calls.put(ALL + "/pace", new NewPace(pace));
  }

  @Override
  public void nextPace(Pace pace) {
    calls.post(ALL + "/next/pace", new NewPace(pace));
  }

  @Override
  public void finishNextAfterPolls(int polls) {
    calls.post(ALL + "/next/polls", new Polls(polls));
  }

  @Override
  public void nextOutcome(Outcome outcome) {
    calls.post(ALL + "/next/outcome", new NextOutcome(outcome));
  }

  @Override
  public void failNext(String reason) {
    calls.post(ALL + "/next/fail", new Reason(reason));
  }

  @Override
  public void pace(String sourceId, Pace pace) {
    calls.put(one(sourceId) + "/pace", new NewPace(pace));
  }

  @Override
  public void finishAfterPolls(String sourceId, int polls) {
    calls.put(one(sourceId) + "/polls", new Polls(polls));
  }

  @Override
  public void step(String sourceId) {
    calls.post(one(sourceId) + "/step");
  }

  @Override
  public void finish(String sourceId) {
    calls.post(one(sourceId) + "/finish");
  }

  @Override
  public void finishAll() {
    calls.post(ALL + "/finish");
  }

  @Override
  public void fail(String sourceId, String reason) {
    calls.post(one(sourceId) + "/fail", new Reason(reason));
  }

  @Override
  public void hold(String sourceId) {
    calls.post(one(sourceId) + "/hold");
  }

  @Override
  public void release(String sourceId) {
    calls.post(one(sourceId) + "/release");
  }

  private static String one(String sourceId) {
    return ALL + "/" + encoded(sourceId);
  }
}
