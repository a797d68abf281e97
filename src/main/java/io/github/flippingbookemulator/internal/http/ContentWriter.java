package io.github.flippingbookemulator.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.IteratingCallback;

/**
 * Writes a long response part by part: the next part is made when the client has received the one
 * before. No thread waits for that. (Jetty's own {@code HttpOutput.sendContent(InputStream, …)}
 * never tells that it has ended, as of 12.1.12.)
 */
final class ContentWriter extends IteratingCallback {
  private static final int PART = 32 * 1024;

  private final InputStream content;
  private final Response response;
  private final CompletableFuture<Object> sent = new CompletableFuture<>();
  private final byte[] part = new byte[PART];

  private ContentWriter(InputStream content, Response response) {
    this.content = content;
    this.response = response;
  }

  /**
   * Starts writing.
   *
   * @param content what to write; closed at the end
   * @param response where to, its head is complete
   * @return completes when all is sent; fails if the client disconnects or the content breaks off
   */
  static CompletableFuture<?> write(InputStream content, Response response) {
    ContentWriter writer = new ContentWriter(content, response);
    writer.iterate();
    return writer.sent;
  }

  @Override
  protected Action process() throws IOException {
    int length = content.readNBytes(part, 0, PART);
    if (length == 0) {
      return Action.SUCCEEDED;
    }
    response.write(false, ByteBuffer.wrap(part, 0, length), this); // the framework writes the end
    return Action.SCHEDULED;
  }

  @Override
  protected void onCompleteSuccess() {
    closeContent();
    sent.complete(this);
  }

  @Override
  protected void onFailure(Throwable failure) {
    sent.completeExceptionally(failure);
  }

  @Override
  protected void onCompleteFailure(Throwable failure) {
    closeContent(); // only now, since another thread may have been reading
  }

  private void closeContent() {
    try {
      content.close();
    } catch (IOException e) {
      System.getLogger(ContentWriter.class.getName())
          .log(System.Logger.Level.DEBUG, "A file that was only read cannot be closed", e);
    }
  }
}
