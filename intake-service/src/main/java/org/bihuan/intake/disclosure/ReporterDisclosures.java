package org.bihuan.intake.disclosure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Every look at a reporter in full. */
@ApplicationScoped
public class ReporterDisclosures implements PanacheRepositoryBase<ReporterDisclosure, UUID> {

  /** The looks at the reporters of these complaints, in their order. */
  public List<ReporterDisclosure> of(Collection<UUID> complaintIds) {
    return list("complaintId in ?1 order by id", complaintIds);
  }

  /** Masks the reasons of the looks at one reporter, which may name whom they were about. */
  public void maskReasons(UUID complaintId, UnaryOperator<String> masking) {
    for (ReporterDisclosure look : of(List.of(complaintId))) {
      getEntityManager()
          .createNativeQuery("update reporter_disclosure set reason = :reason where id = :id")
          .setParameter("reason", masking.apply(look.reason()))
          .setParameter("id", look.id())
          .executeUpdate();
    }
  }
}
