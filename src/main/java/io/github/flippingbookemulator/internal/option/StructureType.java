package io.github.flippingbookemulator.internal.option;

/** What only a file or Java can say, since it has parts. */
public class StructureType<T> extends ValueType<T> {
  /** A structure; the rule says what it must be. */
  public StructureType(String rule) {
    super("", rule, Form.STRUCTURE);
  }

  @Override
  protected final T parse(String text) {
    throw new IllegalArgumentException(text);
  }
}
