package io.github.flippingbookemulator.internal.source;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Writes the body of a response to a file. Fails on a status other than 200 and on too large
 * bodies.
 */
final class BoundedDownload implements HttpResponse.BodySubscriber<Path> {
  private final Path target;
  private final int status;
  private final long most;
  private final CompletableFuture<Path> body = new CompletableFuture<>();
  private long received;
  private Flow.@Nullable Subscription subscription;
  private @Nullable FileChannel file;

  BoundedDownload(Path target, int status, long most) {
    this.target = target;
    this.status = status;
    this.most = most;
  }

  @Override
  public CompletionStage<Path> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    if (status != 200) {
      onError(new UnusableFile("it answered with status " + status + " instead of 200."));
      return;
    }
    try {
      file =
          FileChannel.open(
              target,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING);
      subscription.request(1);
    } catch (IOException e) {
      onError(new UnusableFile("the emulator cannot keep the file: " + e.getMessage()));
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (body.isDone() || file == null || subscription == null) {
      return;
    }
    try {
      for (ByteBuffer buffer : buffers) {
        received += buffer.remaining();
        if (received > most) {
          onError(new UnusableFile("it is larger than " + (most >> 20) + " MB."));
          return;
        }
        while (buffer.hasRemaining()) {
          file.write(buffer);
        }
      }
      subscription.request(1);
    } catch (IOException e) {
      onError(new UnusableFile("the emulator cannot keep the file: " + e.getMessage()));
    }
  }

  @Override
  public void onError(Throwable failure) {
    if (subscription != null) {
      subscription.cancel();
    }
    close();
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    close();
    body.complete(target);
  }

  private void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      body.completeExceptionally(e);
    }
  }
}
