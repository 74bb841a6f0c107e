package org.bihuan.intake.transfer.blurring;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Every look at the original of a blurred photo. */
@ApplicationScoped
class OriginalDisclosures implements PanacheRepositoryBase<OriginalDisclosure, UUID> {}
