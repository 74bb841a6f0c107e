package org.bihuan.dispatch.request;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.dispatch.history.StepFollower;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.item.Step;

/** Everything that units ask for, of whatever kind. */
@ApplicationScoped
public class UnitRequests implements PanacheRepositoryBase<UnitRequest, UUID>, StepFollower {

  /**
   * Steps after which nothing is left to be decided. What the steps that decide a request close is
   * closed by them.
   */
  private static final Set<ItemAction> END_OF_REQUESTS =
      EnumSet.of(
          ItemAction.REPLY,
          ItemAction.SUSPEND,
          ItemAction.SET_PLAN_DATE,
          ItemAction.REISSUE,
          ItemAction.ACCEPT_RETURN,
          ItemAction.FAIL_RECHECK,
          ItemAction.CANCEL);

  /** The requests of a kind for an item, oldest first. */
  public <R extends UnitRequest> List<R> of(UUID itemId, Class<R> kind) {
    return getEntityManager()
        .createQuery(
            "select e from " + kind.getSimpleName() + " e where e.itemId = ?1 order by e.id", kind)
        .setParameter(1, itemId)
        .getResultList();
  }

  /** The request {@code id} when it is of this kind and for this item. */
  public <R extends UnitRequest> Optional<R> ofItem(UUID itemId, UUID id, Class<R> kind) {
    return findByIdOptional(id)
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(request -> request.itemId().equals(itemId));
  }

  /** Lets lapse what is still open when the limit it was about is over. */
  @Override
  public void follow(Step step) {
    if (END_OF_REQUESTS.contains(step.action())) {
      Actor end = Actor.system(step.action().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      list("itemId = ?1 and status = ?2", step.itemId(), RequestStatus.OPEN)
          .forEach(request -> request.withdraw(step.at(), end));
    }
  }
}
