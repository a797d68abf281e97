package io.github.flippingbookemulator.contract;

import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * An operation of the document.
 *
 * @param name method and path template, for people
 * @param method the HTTP method, in upper case
 * @param path what a called path must match
 * @param placeholders how many parts of the path vary; fewer win over more
 * @param answers what it may answer, by status
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
