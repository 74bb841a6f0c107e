package org.bihuan.intake.disclosure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Every look at a reporter in full. */
@ApplicationScoped
class ReporterDisclosures implements PanacheRepositoryBase<ReporterDisclosure, UUID> {}
