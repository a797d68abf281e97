package io.github.flippingbookemulator.internal.option;

import io.github.flippingbookemulator.internal.option.ValueType.Form;
import java.math.BigDecimal;

/** Numbers. */
public final class NumberTypes {
  private NumberTypes() {}

  /** A whole number of 32 bits within bounds. */
  public static final class WholeNumber extends ValueType<Integer> {
    private final int least;
    private final int most;

    /** A number from {@code least} to {@code most}, both included. */
    public WholeNumber(int least, int most) {
      super(
          "N",
          "a whole number from " + least + (most == Integer.MAX_VALUE ? " up" : " to " + most),
          Form.SCALAR);
      this.least = least;
      this.most = most;
    }

    @Override
    protected Integer parse(String text) {
      return Integer.valueOf(text);
    }

    @Override
    protected boolean allows(Integer value) {
      return value >= least && value <= most;
    }
  }

  /** Any whole number of 64 bits. */
  public static final class LongNumber extends ValueType<Long> {
    /** The only one of its kind. */
    public LongNumber() {
      super("N", "a whole number of at most 64 bits", Form.SCALAR);
    }

    @Override
    protected Long parse(String text) {
      return Long.valueOf(text);
    }
  }

  /** A finite number from 0 up. */
  public static final class Factor extends ValueType<Double> {
    /** The only one of its kind. */
    public Factor() {
      super("FACTOR", "a number from 0 up", Form.SCALAR);
    }

    @Override
    protected Double parse(String text) {
      return new BigDecimal(text).doubleValue();
    }

    @Override
    protected boolean allows(Double value) {
      return value >= 0 && Double.isFinite(value);
    }

    @Override
    public String format(Double value) {
      return Double.isFinite(value)
          ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
          : value.toString();
    }
  }
}
