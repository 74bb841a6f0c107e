package org.bihuan.dispatch.workbench;

import jakarta.validation.constraints.NotNull;
import org.bihuan.kit.paging.Figure;

/**
 * What lies on the caller's desk now, each a number of order items within its sight.
 *
 * @param todo 待办: what waits for an act of the caller
 * @param inProgress 在办: what is open and waits for somebody else
 * @param done 已办: what is written off
 * @param dueSoon 即将超期: yellow while its clock runs
 * @param overdue 已超期: red while its clock runs
 */
public record WorkbenchView(
    @NotNull Figure todo,
    @NotNull Figure inProgress,
    @NotNull Figure done,
    @NotNull Figure dueSoon,
    @NotNull Figure overdue) {}
