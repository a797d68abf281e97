package io.github.flippingbookemulator.contract;

import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * An operation of the document.
 *
 * @param name method and path template, for people
 * @param method the HTTP method, in upper case
 * @param path what a called path must match
 * @param placeholders how many parts of the path vary; operations with fewer are matched first
 * @param answers the expected responses, by status
 */
record Operation(
    String name,
    String method,
    Pattern path,
    int placeholders,
    SortedMap<Integer, ExpectedAnswer> answers) {

  boolean matches(String method, String path) {
    return this.method.equals(method) && this.path.matcher(path).matches();
  }
}
