package io.github.flippingbookemulator.internal.http;

import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.json.RelaxedJson;
import io.github.flippingbookemulator.internal.json.UnreadableJson;
import io.github.flippingbookemulator.internal.store.Paging;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call, as an endpoint sees it.
 *
 * @param <A> the account that calls
 */
public final class Call<A> {
  private static final Pattern ID = Pattern.compile("[0-9a-z-]+");
  private static final String NAME = "name";
  private static final Pattern A_NAME = Pattern.compile("[0-9A-Za-z_-]{1,100}");

  private final Context context;
  private final String baseUrl;
  private @Nullable A account;
  private @Nullable String apiKey;
  private byte @Nullable [] bytes;
  private @Nullable Body body;

  Call(Context context, String baseUrl) {
    this.context = context;
    this.baseUrl = baseUrl;
    for (Map.Entry<String, String> parameter : context.pathParamMap().entrySet()) {
      boolean named = parameter.getKey().equals(NAME);
      if (!(named ? A_NAME : ID).matcher(parameter.getValue()).matches()) {
        Reliance.on(Statement.PUBLICATION_ID_CHARACTERS);
        throw Refusal.of(
            ErrorCode.NOT_FOUND,
            (named
                    ? "A name consists of up to 100 letters, digits, dashes and underscores,"
                    : "An id consists of lowercase letters, digits and dashes,")
                + " unlike '%s'.".formatted(parameter.getValue()));
      }
    }
  }

  void admit(A account, @Nullable String apiKey) {
    this.account = account;
    this.apiKey = apiKey;
  }

  void bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Returns the account that calls.
   *
   * @return the account of the key or token
   */
  public A account() {
    return required(account);
  }

  Optional<A> admitted() {
    return Optional.ofNullable(account);
  }

  /**
   * Returns the API key of the call.
   *
   * @return the API key
   * @throws IllegalStateException if the call was made without one
   */
  public String apiKey() {
    return required(apiKey);
  }

  boolean hasApiKey() {
    return apiKey != null;
  }

  /**
   * Returns an id from the path in its stored form: without the dashes of a UUID (H).
   *
   * @param name the parameter's name in the path
   * @return the id
   */
  public String id(String name) {
    String sent = context.pathParam(name);
    if (sent.indexOf('-') < 0) {
      return sent;
    }
    Reliance.on(Statement.PUBLICATION_ID_DASHES);
    return sent.replace("-", "");
  }

  /**
   * Returns a parameter of the path, as it was sent.
   *
   * @param name the parameter's name in the path
   * @return lowercase letters, digits and dashes; in a name, also capitals and underscores
   */
  public String segment(String name) {
    return context.pathParam(name);
  }

  /**
   * Tells whether the call is a HEAD request, whose response has no body.
   *
   * @return false for a GET request to the same endpoint
   */
  public boolean isHead() {
    return context.method() == HandlerType.HEAD;
  }

  /**
   * Returns a header.
   *
   * @param name its name
   * @return its value, if it is given
   */
  public Optional<String> header(String name) {
    return Optional.ofNullable(context.header(name));
  }

  /**
   * Returns a parameter of the query.
   *
   * @param name its name
   * @return its first value, if it is given
   */
  public Optional<String> query(String name) {
    return Optional.ofNullable(context.queryParam(name));
  }

  /**
   * Returns a cookie that the browser sent.
   *
   * @param name its name
   * @return its value, if it was sent
   */
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(context.cookie(name));
  }

  /**
   * Returns the values of a form's field, on an endpoint for browsers.
   *
   * @param name the field's name
   * @return the values in order; empty if the form has no such field
   */
  public List<String> form(String name) {
    return Form.parse(bytes()).values(name);
  }

  /**
   * Tells whether a page of another site made a browser send this call.
   *
   * @return true if the browser's headers say so; false for other clients, which do not send them
   */
  public boolean isCrossSite() {
    return CrossSiteCheck.isCrossSite(
        context.header("Sec-Fetch-Site"), context.header("Origin"), context.host(), baseUrl);
  }

  /** Returns the IP address that the connection came from. */
  String clientAddress() {
    return context.ip();
  }

  /**
   * Reads {@code offset} and {@code count} of the query.
   *
   * @return the requested page; the default is offset 0 and a count of ten
   * @throws Refusal with {@code InternalError} if one is not a number or negative (E)
   */
  public Paging paging() {
    List<String> problems = new ArrayList<>();
    int offset = number("offset", 0, problems);
    int count = number("count", Paging.DEFAULT_COUNT, problems);
    if (!problems.isEmpty()) {
      Reliance.on(Statement.PUBLICATION_BAD_COUNT);
      throw Refusal.badFormat(problems);
    }
    if (count > Paging.MAX_COUNT) {
      Reliance.on(Statement.PUBLICATION_COUNT);
    }
    return new Paging(offset, count);
  }

  /**
   * Returns the bytes of the body.
   *
   * @return at most as many bytes as the endpoint accepts; none on GET, unless an access token may
   *     be in the body
   */
  public byte[] bytes() {
    return required(bytes);
  }

  /**
   * Returns the body.
   *
   * @return the parsed body; an empty object if there is none
   * @throws Refusal with {@code InvalidData} if it is not JSON; never in an endpoint of the API,
   *     since the gateway parses the body before
   */
  public Body body() {
    if (body == null) {
      try {
        body = new Body(RelaxedJson.parse(bytes()), bytes().length == 0);
      } catch (UnreadableJson e) {
        throw Refusal.of(ErrorCode.INVALID_DATA, foreign().orElse(e.getMessage()));
      }
    }
    return body;
  }

  private Optional<String> foreign() {
    return ForeignBody.message(
        bytes(), header("Content-Type").orElse(""), header("Content-Encoding").orElse(""));
  }

  /**
   * Returns the start of absolute URLs in the response.
   *
   * @return the public URL, or scheme and host; without a slash at the end
   */
  public String baseUrl() {
    return baseUrl;
  }

  private int number(String name, int whenAbsent, List<String> problems) {
    String given = context.queryParam(name);
    if (given == null) {
      return whenAbsent;
    }
    if (!given.matches("\\d+")) {
      problems.add(name + ": received '" + given + "'; accepted is a number from 0 up.");
      return whenAbsent;
    }
    return given.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(given);
  }

  private static <T> T required(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("this endpoint does not have it");
    }
    return value;
  }
}
