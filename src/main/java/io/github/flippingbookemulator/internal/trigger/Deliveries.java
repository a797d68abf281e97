package io.github.flippingbookemulator.internal.trigger;

import io.github.flippingbookemulator.internal.fidelity.Reliance;
import io.github.flippingbookemulator.internal.fidelity.Statement;
import io.github.flippingbookemulator.internal.outbound.WebUrl;
import io.github.flippingbookemulator.internal.time.Background;
import io.github.flippingbookemulator.internal.time.Background.Work;
import io.github.flippingbookemulator.internal.time.EmulatorClock;
import io.github.flippingbookemulator.internal.time.Stopwatch;
import io.github.flippingbookemulator.internal.trigger.DeliveryLog.Entry;
import io.github.flippingbookemulator.internal.trigger.WebhookSender.Outcome;
import io.github.flippingbookemulator.time.Pending;
import io.github.flippingbookemulator.trigger.DeliveriesControl;
import io.github.flippingbookemulator.trigger.Delivery;
import io.github.flippingbookemulator.trigger.Delivery.State;
import io.github.flippingbookemulator.trigger.Delivery.Try;
import io.github.flippingbookemulator.trigger.EventName;
import io.github.flippingbookemulator.trigger.WebhookTargets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The deliveries to webhooks. Each endpoint has its own queue and gets its deliveries in order.
 * There are up to three tries, 1 s and 2 s apart on the emulator's clock (E). A test can hold
 * deliveries back, send them again and change their order.
 */
public final class Deliveries implements DeliveriesControl, AutoCloseable {
  /** The most deliveries that may wait for one endpoint; further ones are not delivered. */
  public static final int MAX_WAITING = 20_000;

  private static final String ENDED = "the emulator has been reset or stopped";

  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(2));

  private final EmulatorClock clock;
  private final Background background;
  private final WebhookSender sender;
  private final Inboxes inboxes;
  private final EndpointRule rule;
  private final DeliveryLog log = new DeliveryLog();
  private final Map<String, EndpointQueue> queues = new HashMap<>();
  private final Set<CompletableFuture<?>> underWay = new HashSet<>();
  private boolean held;
  private boolean closed;

  Deliveries(
      EmulatorClock clock,
      Background background,
      WebhookSender sender,
      Inboxes inboxes,
      WebhookTargets targets) {
    this.clock = clock;
    this.background = background;
    this.sender = sender;
    this.inboxes = inboxes;
    this.rule = new EndpointRule(targets, inboxes);
  }

  /**
   * Sets the listener, which gets each delivery when it is created and whenever it changes.
   *
   * @param listener called while locks are held, so it must not block
   */
  public void listener(Consumer<Delivery> listener) {
    log.listener(listener);
  }

  @Override
  public List<Delivery> all() {
    return log.all().stream().map(Entry::delivery).toList();
  }

  @Override
  public synchronized void hold() {
    held = true;
  }

  @Override
  public synchronized void release() {
    held = false;
    List.copyOf(queues.values()).forEach(this::startLater);
  }

  @Override
  public synchronized void release(List<Long> numbers) {
    Map<Long, Integer> places = new HashMap<>();
    numbers.forEach(number -> places.putIfAbsent(number, places.size()));
    Comparator<Delivery> asGiven =
        Comparator.comparingInt(
            delivery -> places.getOrDefault(delivery.number(), Integer.MAX_VALUE));
    queues.values().forEach(queue -> queue.reorder(asGiven));
    release();
  }

  @Override
  public Delivery redeliver(long number) {
    Entry before =
        log.find(number)
            .orElseThrow(
                () -> new IllegalArgumentException("there is no delivery number " + number));
    return addAgain(before);
  }

  @Override
  public void redeliverAll() {
    log.all().forEach(this::addAgain); // not by number: another thread may clear the log meanwhile
  }

  @Override
  public void clear() {
    log.removeEnded();
  }

  /**
   * Returns the deliveries that wait for a try or for its response.
   *
   * @return in the order of sending for each endpoint
   */
  public synchronized List<Pending> pending() {
    return queues.values().stream().flatMap(queue -> queue.pending(held)).toList();
  }

  private Delivery addAgain(Entry entry) {
    Delivery before = entry.delivery();
    return add(
        before.accountId(), before.triggerId(), before.event(), entry.endpoint(), before.body());
  }

  synchronized Delivery add(
      long accountId, String triggerId, EventName event, @Nullable String endpoint, String body) {
    String objection = rule.objection(endpoint);
    EndpointQueue queue =
        endpoint == null || objection != null
            ? null
            : queues.computeIfAbsent(endpoint, EndpointQueue::new);
    boolean deliverable = queue != null && !closed && queue.size() < MAX_WAITING;
    String reason =
        deliverable
            ? null
            : objection != null ? objection : closed ? ENDED : "too many wait for it";
    Delivery delivery =
        new Delivery(
            log.nextNumber(),
            accountId,
            triggerId,
            event,
            endpoint == null ? null : WebUrl.masked(endpoint),
            body,
            clock.now(),
            deliverable ? State.PENDING : State.UNDELIVERABLE,
            List.of(),
            reason);
    log.add(new Entry(delivery, endpoint));
    if (queue != null && deliverable) {
      boolean idle = queue.size() == 0; // otherwise it starts when the one before ends
      queue.add(delivery, background.generation());
      if (idle) {
        startLater(queue);
      }
    }
    return delivery;
  }

  /** Ends all deliveries: cancels those in progress and drops those that wait. */
  @Override
  public void close() {
    List<CompletableFuture<?>> broken;
    synchronized (this) {
      closed = true;
      queues.clear();
      broken = new ArrayList<>(underWay);
    }
    broken.forEach(exchange -> exchange.cancel(true));
  }

  /**
   * Starts on a worker thread, because the caller may hold a lock and must not wait for a client.
   */
  private synchronized void startLater(EndpointQueue queue) {
    if (queue.size() > 0) {
      Work work = background.begin(queue.generation());
      work.executor().execute(() -> start(queue, work));
    }
  }

  private void start(EndpointQueue queue, Work work) {
    Optional<Delivery> next;
    synchronized (this) {
      next = held || closed ? Optional.empty() : queue.begin(work);
    }
    if (next.isEmpty()) {
      work.close();
      return;
    }
    try {
      send(queue, next.get(), work);
    } catch (RuntimeException | Error e) {
      work.close();
      throw e;
    }
  }

  private void send(EndpointQueue queue, Delivery delivery, Work work) {
    if (!inboxes.answersAtOnce(queue.url())) { // asked now, since sending uses up a reaction
      work.outside(() -> EndpointQueue.describe(delivery));
    }
    Instant at = clock.now();
    Stopwatch stopwatch = Stopwatch.start();
    CompletableFuture<Outcome> exchange =
        sender.post(queue.url(), delivery.body(), inboxes.postmark(queue.url()));
    synchronized (this) {
      if (closed) {
        exchange.cancel(true);
        work.close();
        return;
      }
      underWay.add(exchange);
    }
    exchange
        .handle(
            (outcome, cancelled) -> {
              Try next =
                  new Try(
                      at,
                      stopwatch.elapsed(),
                      outcome == null ? OptionalInt.empty() : outcome.status(),
                      outcome == null ? ENDED : outcome.failure());
              work.inside();
              work.run(() -> tried(queue, delivery, exchange, next));
              return null;
            })
        .whenComplete((done, failure) -> work.close());
  }

  private static Delivery withTry(Delivery delivery, Try next, State state) {
    List<Try> tries = new ArrayList<>(delivery.tries());
    tries.add(next);
    return new Delivery(
        delivery.number(),
        delivery.accountId(),
        delivery.triggerId(),
        delivery.event(),
        delivery.endpoint(),
        delivery.body(),
        delivery.created(),
        state,
        tries,
        null);
  }

  private void tried(
      EndpointQueue queue, Delivery delivery, CompletableFuture<?> exchange, Try next) {
    if (!next.succeeded()) {
      Reliance.on(Statement.EVENT_TRIES);
    }
    int triesBefore = delivery.tries().size();
    boolean again = !next.succeeded() && triesBefore < PAUSES.size();
    State state = next.succeeded() ? State.DELIVERED : again ? State.PENDING : State.FAILED;
    Delivery after = withTry(delivery, next, state);
    synchronized (this) {
      underWay.remove(exchange);
      log.replace(after);
      if (again) {
        queue.tried(after);
      } else {
        queue.end();
        if (queue.size() == 0) {
          queues.remove(queue.endpoint(), queue);
        }
      }
    }
    if (again) {
      clock.schedule(clock.now().plus(PAUSES.get(triesBefore)), () -> tryAgain(queue));
    } else {
      startLater(queue);
    }
  }

  private synchronized void tryAgain(EndpointQueue queue) {
    queue.putBack();
    startLater(queue);
  }
}
