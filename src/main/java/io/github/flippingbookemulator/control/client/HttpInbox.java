package io.github.flippingbookemulator.control.client;

import io.github.flippingbookemulator.internal.control.ControlJson;
import io.github.flippingbookemulator.internal.control.InboxesRoutes.AwaitedMessages;
import io.github.flippingbookemulator.internal.control.InboxesRoutes.InboxContent;
import io.github.flippingbookemulator.internal.control.InboxesRoutes.NewReactions;
import io.github.flippingbookemulator.trigger.InboxControl;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An inbox of a remote emulator. Its address is the one at which the emulator reaches itself. */
record HttpInbox(ControlClient calls, String path) implements InboxControl {
  static HttpInbox named(ControlClient calls, String name) {
    InboxControl.requireName(name);
    return new HttpInbox(calls, "/inbox/" + name);
  }

  @Override
  public URI url() {
    return calls.get(path, InboxContent.class).url();
  }

  @Override
  public List<Message> messages() {
    return calls.get(path, InboxContent.class).messages();
  }

  @Override
  public List<Message> await(int count) {
    return arrived(count, null);
  }

  @Override
  public List<Message> await(int count, Duration limit) {
    return arrived(count, limit);
  }

  @Override
  public void react(int count, Reaction reaction) {
    calls.post(path + "/react", new NewReactions(count, reaction));
  }

  @Override
  public void clear() {
    calls.delete(path);
  }

  private List<Message> arrived(int count, @Nullable Duration limit) {
    return ControlJson.readList(
        calls.post(path + "/await", new AwaitedMessages(count, limit)).path("messages"),
        Message.class);
  }
}
