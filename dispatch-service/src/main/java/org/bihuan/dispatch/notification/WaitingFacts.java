package org.bihuan.dispatch.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bihuan.dispatch.notification.recipient.NotificationKind;

/** Facts that nobody has been told yet. */
@ApplicationScoped
class WaitingFacts implements PanacheRepositoryBase<WaitingFact, UUID> {

  /**
   * Makes this transaction the only one of all replicas that tells facts.
   *
   * @return {@code false} when another one is at it
   */
  boolean claimTelling() {
    return (Boolean)
        getEntityManager()
            .createNativeQuery(
                "select pg_try_advisory_xact_lock(hashtext('notification-sweep'))", Boolean.class)
            .getSingleResult();
  }

  /**
   * Kinds that can be told now: those of which few facts wait, and those of which nothing more has
   * come for a while, or some have waited long enough. So what a long sweep brings forth is told
   * together and not in pieces.
   *
   * @param few how many are told at once
   * @param settled time without another fact after which many are told
   * @param longest time after which many are told whatever comes
   */
  List<NotificationKind> ready(int few, Duration settled, Duration longest) {
    @SuppressWarnings("unchecked")
    List<String> kinds =
        getEntityManager()
            .createNativeQuery(
                """
                select kind from waiting_fact group by kind
                having count(*) <= :few
                  or max(recorded_at) < clock_timestamp() - make_interval(secs => :settled)
                  or min(recorded_at) < clock_timestamp() - make_interval(secs => :longest)
                """,
                String.class)
            .setParameter("few", few)
            .setParameter("settled", settled.toMillis() / 1000.0)
            .setParameter("longest", longest.toMillis() / 1000.0)
            .getResultList();
    return kinds.stream().map(NotificationKind::valueOf).toList();
  }

  List<WaitingFact> oldest(Collection<NotificationKind> kinds, int most) {
    return find("kind in ?1 order by id", kinds).page(0, most).list();
  }

  void remove(Collection<WaitingFact> told) {
    delete("id in ?1", told.stream().map(WaitingFact::id).toList());
  }
}
