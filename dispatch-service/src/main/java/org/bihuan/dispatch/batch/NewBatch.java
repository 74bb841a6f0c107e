package org.bihuan.dispatch.batch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.OrderKind;
import org.bihuan.contract.SourceKind;
import org.bihuan.dispatch.order.Basis;
import org.bihuan.dispatch.order.NewOrder.NewOrderItem;
import org.bihuan.dispatch.order.SupervisionOrder.Head;
import org.bihuan.dispatch.order.SupervisionOrder.Urgency;
import org.bihuan.dispatch.unit.AssignedUnit;

/**
 * A selection of problems to be put on orders, one for each lead unit.
 *
 * @param kind of every order
 * @param basis why they are issued (督办依据), at most 300 characters
 * @param basisKind what the basis is; needed with {@code basisReference} and {@code basisOn}
 * @param basisReference number or title of the basis, at most 100 characters, or {@code null}
 * @param basisOn day of the basis, not after today, or {@code null}
 * @param signer who signs them (签发人), at most 50 characters, or {@code null}
 * @param urgency NORMAL when {@code null}
 * @param dryRun whether it is only said what would be issued; {@code null} is no
 * @param items 1 to 200 problems, each once
 */
public record NewBatch(
    @NotNull OrderKind kind,
    @Size(max = 300) String basis,
    SourceKind basisKind,
    @Size(max = 100) String basisReference,
    LocalDate basisOn,
    @Size(max = 50) String signer,
    Urgency urgency,
    Boolean dryRun,
    @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid SelectedItem> items) {

  public NewBatch {
    urgency = urgency == null ? Urgency.NORMAL : urgency;
  }

  boolean onlyTries() {
    return Boolean.TRUE.equals(dryRun);
  }

  List<UUID> problemIds() {
    return items.stream().map(SelectedItem::problemId).toList();
  }

  Basis grounds() {
    return new Basis(basis, basisKind, basisReference, basisOn);
  }

  Head head(AssignedUnit lead) {
    return new Head(kind, grounds(), urgency, signer, lead);
  }

  /**
   * One problem of a selection.
   *
   * @param problemId a problem whose item is unassigned, or issued and not yet acknowledged
   * @param leadUnitCode code, name or alias of the unit that answers; {@code null} for the one that
   *     has it, or else the one that the rules name now
   * @param deadlineClass any but PLANNED; {@code null} for the one that it has
   * @param demand what is to be done (整改要求), at most 2000 characters, or {@code null}
   * @param responsiblePerson who answers at the unit (责任人), at most 50 characters, or {@code null}
   */
  public record SelectedItem(
      @NotNull UUID problemId,
      @Size(min = 1, max = 60) String leadUnitCode,
      DeadlineClass deadlineClass,
      @Size(max = 2000) String demand,
      @Size(max = 50) String responsiblePerson) {

    NewOrderItem line(DeadlineClass usual) {
      return new NewOrderItem(
          problemId, deadlineClass == null ? usual : deadlineClass, demand, responsiblePerson);
    }
  }
}
