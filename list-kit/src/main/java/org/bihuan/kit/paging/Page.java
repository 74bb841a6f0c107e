package org.bihuan.kit.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.function.Function;

/**
 * A page of the list.
 *
 * @param items the rows of this page, in the order asked for
 * @param nextCursor value of the parameter {@code cursor} for the next page, or {@code null} on the
 *     last
 * @param total number of all rows the same filters match; only when {@code count=exact} was asked
 *     for
 */
public record Page<T>(
    @Size(max = PageRequest.MOST) List<T> items,
    String nextCursor,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long total) {

  /** The same page with every item turned into something else. */
  public <R> Page<R> map(Function<T, R> view) {
    return new Page<>(items.stream().map(view).toList(), nextCursor, total);
  }
}
