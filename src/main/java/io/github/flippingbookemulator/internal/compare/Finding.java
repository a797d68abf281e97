package io.github.flippingbookemulator.internal.compare;

/**
 * What a comparison found out about a statement.
 *
 * @param statement its id
 * @param call the call that was probed, as method and path
 * @param verdict in words: agrees, differs, could not tell, not tried
 * @param emulator what the emulator answered, normalized; empty if that says nothing
 * @param service what the service answered
 * @param reason why there is no answer to the question; empty if there is one
 */
public record Finding(
    String statement, String call, String verdict, String emulator, String service, String reason) {
  boolean is(Verdict other) {
    return verdict.equals(other.words());
  }
}
