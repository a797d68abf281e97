package io.github.flippingbookemulator.internal.fidelity;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The undocumented statements that have been acted on, by one call or by a whole instance of the
 * emulator. Code that acts on one says so by {@link #on}, wherever it is; whom that counts for
 * depends on the thread.
 */
public final class Reliance {
  private static final ThreadLocal<@Nullable Reliance> CURRENT = new ThreadLocal<>();

  private final @Nullable Reliance whole;
  private @Nullable Set<Statement> statements;

  /** Begins with none, for an instance. */
  public Reliance() {
    this(null);
  }

  private Reliance(@Nullable Reliance whole) {
    this.whole = whole;
  }

  /**
   * Begins with none, for a part of what happens.
   *
   * @return what is added to it counts for this object as well
   */
  public Reliance part() {
    return new Reliance(this);
  }

  /** Says that the work of this thread relies on a statement. */
  public static void on(Statement statement) {
    Reliance current = CURRENT.get();
    if (current != null) {
      current.add(statement);
    }
  }

  /**
   * Returns what the work of this thread counts for, for parts of it on other threads.
   *
   * @return what is added to it counts nowhere if nobody counts
   */
  public static Reliance here() {
    Reliance current = CURRENT.get();
    return current == null ? new Reliance() : current;
  }

  /** Adds a statement. */
  public void add(Statement statement) {
    synchronized (this) {
      if (statements == null) {
        statements = EnumSet.noneOf(Statement.class);
      }
      statements.add(statement);
    }
    if (whole != null) {
      whole.add(statement);
    }
  }

  /** Returns the statements so far, in the order of the registry. */
  public synchronized List<Statement> statements() {
    return statements == null ? List.of() : List.copyOf(statements);
  }

  /** Counts for this object what is relied on until the returned object is closed. */
  public Counting count() {
    Reliance before = CURRENT.get();
    CURRENT.set(this);
    return () -> {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    };
  }

  /** Counts for this object, unless this thread counts for something already. */
  public Counting countUnlessCounting() {
    return CURRENT.get() == null ? count() : () -> {};
  }

  /** Ends the counting of one thread. */
  public interface Counting extends AutoCloseable {
    @Override
    void close();
  }
}
