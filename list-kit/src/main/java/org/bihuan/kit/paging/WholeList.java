package org.bihuan.kit.paging;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.bihuan.kit.refusal.Unprocessable;

/**
 * Every row of a list, in its order, page after page: no more than one page is in memory, and each
 * is read when the one before is done with. It is no snapshot: a row that is changed meanwhile is
 * shown as it is when its page is read.
 *
 * @param <F> filter of the list
 * @param <V> view of a row
 */
public final class WholeList<F extends PageRequest, V> implements Iterable<List<V>> {

  private final F filter;
  private final Function<F, Page<V>> pages;
  private final Page<V> first;

  private WholeList(F filter, Function<F, Page<V>> pages, Page<V> first) {
    this.filter = filter;
    this.pages = pages;
    this.first = first;
  }

  /**
   * Reads the first page.
   *
   * @param most rows that the list may have
   * @throws Unprocessable {@code export-too-long} when it has more
   */
  public static <F extends PageRequest, V> WholeList<F, V> of(
      F filter, Function<F, Page<V>> pages, int most) {
    filter.beginWhole(most + 1);
    Page<V> first = pages.apply(filter);
    if (first.total() > most) {
      throw new Unprocessable("export-too-long", most);
    }
    return new WholeList<>(filter, pages, first);
  }

  @Override
  public Iterator<List<V>> iterator() {
    return new Iterator<>() {
      private Page<V> next = first;

      @Override
      public boolean hasNext() {
        return next != null || filter.cursor != null;
      }

      @Override
      public List<V> next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        Page<V> page = next == null ? pages.apply(filter) : next;
        next = null;
        filter.continueWhole(page.nextCursor());
        return page.items();
      }
    };
  }
}
