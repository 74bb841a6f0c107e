package org.bihuan.dispatch.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.OrderKind;
import org.bihuan.contract.SourceKind;
import org.bihuan.dispatch.order.SupervisionOrder.Head;
import org.bihuan.dispatch.order.SupervisionOrder.Urgency;
import org.bihuan.dispatch.unit.AssignedUnit;

/**
 * An order that the special team issues.
 *
 * @param kind SPECIAL or BULLETIN; routine orders make themselves
 * @param basis why it is issued (督办依据), at most 300 characters
 * @param basisKind what the basis is; needed with {@code basisReference} and {@code basisOn}
 * @param basisReference number or title of the basis, at most 100 characters, or {@code null}
 * @param basisOn day of the basis, not after today, or {@code null}
 * @param signer who signs it (签发人), at most 50 characters, or {@code null}
 * @param leadUnitCode code, name or alias of the unit that answers
 * @param jointUnitCodes units that help, at most 20, or {@code null} for none
 * @param urgency NORMAL when {@code null}
 * @param draft whether it is kept as a draft, which has no number and changes nothing for its
 *     problems; {@code null} is no. A draft that is replaced stays one
 * @param items 1 to 200 problems, each once
 */
public record NewOrder(
    @NotNull OrderKind kind,
    @Size(max = 300) String basis,
    SourceKind basisKind,
    @Size(max = 100) String basisReference,
    LocalDate basisOn,
    @Size(max = 50) String signer,
    @NotBlank @Size(min = 1, max = 60) String leadUnitCode,
    @Size(max = 20) List<@NotBlank @Size(min = 1, max = 60) String> jointUnitCodes,
    Urgency urgency,
    Boolean draft,
    @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid NewOrderItem> items) {

  public NewOrder {
    jointUnitCodes = jointUnitCodes == null ? List.of() : jointUnitCodes;
    urgency = urgency == null ? Urgency.NORMAL : urgency;
  }

  boolean asDraft() {
    return Boolean.TRUE.equals(draft);
  }

  List<UUID> problemIds() {
    return items.stream().map(NewOrderItem::problemId).toList();
  }

  Basis grounds() {
    return new Basis(basis, basisKind, basisReference, basisOn);
  }

  Head head(AssignedUnit lead) {
    return new Head(kind, grounds(), urgency, signer, lead);
  }

  /**
   * One problem on it.
   *
   * @param problemId a problem whose item is unassigned, or issued and not yet acknowledged
   * @param deadlineClass any but PLANNED
   * @param demand what is to be done (整改要求), at most 2000 characters
   * @param responsiblePerson who answers at the unit (责任人), at most 50 characters
   */
  public record NewOrderItem(
      @NotNull UUID problemId,
      @NotNull DeadlineClass deadlineClass,
      @Size(max = 2000) String demand,
      @Size(max = 50) String responsiblePerson) {}
}
