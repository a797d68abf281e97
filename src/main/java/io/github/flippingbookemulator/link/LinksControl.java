package io.github.flippingbookemulator.link;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import java.util.List;
import java.util.Optional;

/** The tracked links of all accounts, with operations that the API does not have. */
public interface LinksControl {
  /**
   * Returns all tracked links, deleted ones included.
   *
   * @return account by account, oldest first, a copy
   */
  List<TrackedLink> all();

  /**
   * Returns the tracked links of one account, deleted ones included.
   *
   * @param account one of the emulator's accounts
   * @return oldest first, a copy
   */
  List<TrackedLink> of(AccountControl account);

  /**
   * Finds a tracked link.
   *
   * @param id its id
   * @return the link as it is now
   */
  Optional<TrackedLink> find(String id);

  /**
   * Looks up a tracked link.
   *
   * @param id its id
   * @return the link as it is now
   * @throws Refusal {@link ErrorCode#OBJECT_NOT_FOUND} if no account has it
   */
  default TrackedLink get(String id) {
    return find(id).orElseThrow(() -> Refusal.notFound("tracked link", id));
  }

  /**
   * Marks the statistics of a link as seen by its owner. The API has no call for this.
   *
   * @param id its id
   * @return the link as it is now
   * @throws Refusal if no account has it
   */
  TrackedLink seen(String id);

  /**
   * Lets a link expire now, as if its time to be opened had passed (E): readers get a 404 page, and
   * {@code notViewedUntil} is reported. The API has no call for this.
   *
   * @param id its id
   * @return the link as it is now
   * @throws Refusal if no account has it, or it is deleted
   * @throws IllegalStateException if it is disabled or has expired
   */
  TrackedLink expire(String id);
}
