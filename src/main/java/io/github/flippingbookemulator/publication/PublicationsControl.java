package io.github.flippingbookemulator.publication;

import io.github.flippingbookemulator.account.AccountControl;
import io.github.flippingbookemulator.error.ErrorCode;
import io.github.flippingbookemulator.error.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The publications of all accounts, and the changes that the API does not offer. */
public interface PublicationsControl {
  /**
   * Returns all publications, trashed ones included.
   *
   * @return account by account, oldest first, a copy
   */
  List<Publication> all();

  /**
   * Returns the publications of one account, trashed ones included.
   *
   * @param account one of the emulator's accounts
   * @return oldest first, a copy
   */
  List<Publication> of(AccountControl account);

  /**
   * Finds a publication.
   *
   * @param id its id
   * @return the publication as it is now, trashed or not
   */
  Optional<Publication> find(String id);

  /**
   * Returns a publication.
   *
   * @param id its id
   * @return the publication as it is now, trashed or not
   * @throws Refusal {@link ErrorCode#OBJECT_NOT_FOUND} if no account has it
   */
  default Publication get(String id) {
    return find(id).orElseThrow(() -> Refusal.notFound("publication", id));
  }

  /**
   * Restores a trashed publication, whatever the plan allows; returns any other unchanged. The API
   * has no call for this.
   *
   * @param id its id
   * @return the publication as it is now
   * @throws Refusal if no account has it
   */
  Publication restore(String id);

  /**
   * Sets whether search engines may list a publication. The API has no call for this.
   *
   * @param id its id
   * @param enabled whether they may
   * @return the publication as it is now
   * @throws Refusal if no account has it, or it is trashed
   */
  Publication seo(String id, boolean enabled);

  /**
   * Lets the API show a state that the emulator does not cause itself, such as {@code Deleted}, for
   * which clients have branches (E). What can be done with the publication stays the same.
   *
   * @param id its id
   * @param state words separated by comma and space; null for its own state again
   * @return the publication as it is now
   * @throws Refusal if no account has it
   * @throws IllegalArgumentException if these are no words
   */
  Publication showState(String id, @Nullable String state);
}
