package org.bihuan.dispatch.reply;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.contract.ReplyKind;

/** Every reply. */
@ApplicationScoped
public class Replies implements PanacheRepositoryBase<Reply, UUID> {

  /** The replies to an item, oldest first. */
  public List<Reply> of(UUID itemId) {
    return list("itemId = ?1 order by id", itemId);
  }

  /** The reply {@code id} when it belongs to the item. */
  public Optional<Reply> ofItem(UUID itemId, UUID id) {
    return find("itemId = ?1 and id = ?2", itemId, id).firstResultOptional();
  }

  /** The last final reply to an item. */
  public Optional<Reply> newestFinal(UUID itemId) {
    return find("itemId = ?1 and kind = ?2 order by id desc", itemId, ReplyKind.FINAL)
        .firstResultOptional();
  }
}
