package io.github.flippingbookemulator.internal.outbound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/** Gets a response as it comes, on a thread of the client; one call after the other. */
public interface ResponseReader {
  /**
   * Gets the status, as soon as its line has come.
   *
   * @param status 200 to 599
   */
  void status(int status);

  /**
   * Gets the headers.
   *
   * @param headers the values by name; the case of the name does not matter
   * @throws IOException to give up
   */
  default void headers(Map<String, List<String>> headers) throws IOException {}

  /**
   * Gets a part of the body.
   *
   * @param part valid during the call
   * @throws IOException to give up
   */
  void content(ByteBuffer part) throws IOException;
}
