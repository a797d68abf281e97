package io.github.flippingbookemulator.junit;

import io.github.flippingbookemulator.EmulatorOptions;
import io.github.flippingbookemulator.account.AccountOptions;
import io.github.flippingbookemulator.account.Plan;
import io.github.flippingbookemulator.http.RateLimit;
import io.github.flippingbookemulator.source.Fetch;
import io.github.flippingbookemulator.source.Pace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of an annotation that become options of the emulator. One with its default value
 * does not override the configuration file.
 */
final class OptionAttributes {
  private static final double SPEED = 100;

  private final List<Attribute> attributes;

  OptionAttributes(FlippingBookEmulator annotation) {
    attributes = list(annotation);
  }

  /** What an attribute is about. */
  enum Part {
    EMULATOR,
    /** The default account, which a state brings along. */
    ACCOUNT
  }

  /**
   * An attribute that becomes an option.
   *
   * @param part what it is about
   * @param value its value
   * @param preset the value that means that it was left out
   * @param set sets the option
   */
  private record Attribute(
      Part part,
      Object value,
      Object preset,
      BiFunction<EmulatorOptions, Object, EmulatorOptions> set) {
    boolean isGiven() {
      return !value.equals(preset);
    }
  }

  /** Returns all attributes that become options: the one place that lists them. */
  private static List<Attribute> list(FlippingBookEmulator annotation) {
    List<Long> seed = LongStream.of(annotation.seed()).boxed().toList();
    return List.of(
        option(annotation.speed(), SPEED, EmulatorOptions::speed),
        option(annotation.pace(), Pace.TIMED, EmulatorOptions::pace),
        option(annotation.rateLimit(), RateLimit.WAIT, EmulatorOptions::rateLimit),
        option(annotation.fetch(), Fetch.NETWORK, EmulatorOptions::fetch),
        option(seed, List.<Long>of(), (options, given) -> options.seed(given.get(0))),
        option(annotation.flatErrors(), false, EmulatorOptions::flatErrors),
        option(annotation.applicationErrorsAs200(), false, EmulatorOptions::applicationErrorsAs200),
        option(annotation.productionUrls(), false, EmulatorOptions::productionUrls),
        option(annotation.port(), 0, EmulatorOptions::port),
        attribute(Part.ACCOUNT, annotation.apiKey(), "", EmulatorOptions::apiKey),
        ofPlan(
            annotation.maxPublications(),
            Integer.MAX_VALUE,
            (plan, most) ->
                new Plan(
                    most, plan.maxTrackedLinks(), plan.maxTriggers(), plan.customDomainsEnabled())),
        ofPlan(
            annotation.maxTrackedLinks(),
            Integer.MAX_VALUE,
            (plan, most) ->
                new Plan(
                    plan.maxPublications(), most, plan.maxTriggers(), plan.customDomainsEnabled())),
        ofPlan(
            annotation.maxTriggers(),
            Integer.MAX_VALUE,
            (plan, most) ->
                new Plan(
                    plan.maxPublications(),
                    plan.maxTrackedLinks(),
                    most,
                    plan.customDomainsEnabled())),
        ofPlan(
            annotation.customDomains(),
            true,
            (plan, enabled) ->
                new Plan(
                    plan.maxPublications(), plan.maxTrackedLinks(), plan.maxTriggers(), enabled)));
  }

  private static <T> Attribute option(
      T value, T preset, BiFunction<EmulatorOptions, T, EmulatorOptions> set) {
    return attribute(Part.EMULATOR, value, preset, set);
  }

  private static <T> Attribute ofPlan(T value, T preset, BiFunction<Plan, T, Plan> change) {
    return attribute(
        Part.ACCOUNT,
        value,
        preset,
        (EmulatorOptions options, T given) -> {
          List<AccountOptions> accounts = new ArrayList<>(options.accounts());
          AccountOptions first = accounts.get(0);
          accounts.set(
              0,
              new AccountOptions(
                  first.email(),
                  first.accessToken(),
                  first.apiKeys(),
                  change.apply(first.plan(), given),
                  first.domains(),
                  first.folders()));
          return options.accounts(accounts);
        });
  }

  @SuppressWarnings("unchecked") // the value is the one that stands beside it
  private static <T> Attribute attribute(
      Part part, T value, T preset, BiFunction<EmulatorOptions, T, EmulatorOptions> set) {
    return new Attribute(part, value, preset, (options, given) -> set.apply(options, (T) given));
  }

  /** Returns the options where all attributes are left out. */
  static EmulatorOptions presets(@Nullable Path config) {
    EmulatorOptions presets = EmulatorOptions.defaults().speed(SPEED);
    return config == null ? presets : presets.config(config);
  }

  /** Whether an attribute of a part is given. */
  boolean areGiven(Part part) {
    return attributes.stream().anyMatch(each -> each.part() == part && each.isGiven());
  }

  /** Sets the options whose attributes are given. */
  EmulatorOptions applied(Part part, EmulatorOptions options) {
    EmulatorOptions changed = options;
    for (Attribute attribute : attributes) {
      if (attribute.part() == part && attribute.isGiven()) {
        changed = attribute.set().apply(changed, attribute.value());
      }
    }
    return changed;
  }

  /** Returns the values of all attributes: two annotations with equal ones can share a server. */
  List<Object> values() {
    return attributes.stream().map(Attribute::value).toList();
  }
}
