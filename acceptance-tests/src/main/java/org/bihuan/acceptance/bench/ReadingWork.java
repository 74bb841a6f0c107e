package org.bihuan.acceptance.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.StackFailure;

/**
 * P4: what lists, filters, pages far back and single reads take on a district with much behind it,
 * each request beside the same one on a district with little behind it.
 */
final class ReadingWork implements Work {

  private static final double REACH = 1.3;

  /** On a page of those that are paged through. */
  private static final int ROWS = 10;

  /** So many times a second of the effort is each question asked. */
  private static final int ASKED_PER_SECOND = 10;

  private final Stack few;
  private final Stack many;
  private final int page;
  private final Effort effort;

  /**
   * @param few the reference
   * @param page how far back is far
   */
  ReadingWork(Stack few, Stack many, int page, Effort effort) {
    this.few = few;
    this.many = many;
    this.page = page;
    this.effort = effort;
  }

  /** The same question to both, and how long each repetition's answers took. */
  private record Pair(Question few, Question many, List<long[]> fewNanos, List<long[]> manyNanos) {
    Pair(Question few, Question many) {
      this(few, many, new ArrayList<>(), new ArrayList<>());
    }
  }

  /**
   * Makes sure that answers are made of something.
   *
   * @throws StackFailure when a question that must find something finds nothing on either stack
   */
  void requireRows() throws IOException, SQLException {
    List<String> empty = new ArrayList<>();
    try (Asker fewAsker = new Asker(few);
        Asker manyAsker = new Asker(many)) {
      for (Question question : Question.ALL) {
        if (question.found() && !(fewAsker.finds(question) && manyAsker.finds(question))) {
          empty.add(question.name());
        }
      }
    }
    if (!empty.isEmpty()) {
      throw new StackFailure("Nothing is found by " + String.join(", ", empty));
    }
  }

  @Override
  public List<Figure> measure() throws IOException, SQLException {
    try (Asker fewAsker = new Asker(few);
        Asker manyAsker = new Asker(many)) {
      Map<String, List<Pair>> groups = new LinkedHashMap<>();
      for (Question.Kind kind : Question.Kind.values()) {
        groups.put(
            kind.words(),
            Question.ALL.stream()
                .filter(question -> question.kind() == kind)
                .map(question -> new Pair(question, question))
                .toList());
      }
      // A page far back stands beside the first one of the same size, on the same stack.
      List<Pair> back = new ArrayList<>();
      for (Question list : Question.PAGED) {
        back.add(new Pair(manyAsker.page(list, 1, ROWS), manyAsker.page(list, page, ROWS)));
      }
      long warm = System.nanoTime() + effort.warmUp().toNanos();
      do {
        for (List<Pair> pairs : groups.values()) {
          ask(pairs, fewAsker, manyAsker, 1);
        }
      } while (System.nanoTime() < warm);
      groups.values().forEach(pairs -> pairs.forEach(pair -> forget(pair)));
      int times = Math.max(1, (int) effort.measured().toSeconds() * ASKED_PER_SECOND);
      for (int i = 0; i < effort.repeats(); i++) {
        for (List<Pair> pairs : groups.values()) {
          ask(pairs, fewAsker, manyAsker, times);
        }
        ask(back, manyAsker, manyAsker, times);
      }
      List<Figure> figures = new ArrayList<>();
      groups.forEach((words, pairs) -> figures.addAll(figures(words, pairs, true)));
      figures.addAll(figures("page " + page + " beside page 1", back, false));
      return figures;
    }
  }

  private static void forget(Pair pair) {
    pair.fewNanos().clear();
    pair.manyNanos().clear();
  }

  /** Takes turns, so that whatever else the machine does meets both. */
  private static void ask(List<Pair> pairs, Asker fewAsker, Asker manyAsker, int times)
      throws IOException, SQLException {
    for (Pair pair : pairs) {
      long[] fewNanos = new long[times];
      long[] manyNanos = new long[times];
      fewAsker.connectFor(pair.few());
      manyAsker.connectFor(pair.many());
      for (int i = 0; i < times; i++) {
        fewNanos[i] = fewAsker.ask(pair.few(), i);
        manyNanos[i] = manyAsker.ask(pair.many(), i);
      }
      pair.fewNanos().add(fewNanos);
      pair.manyNanos().add(manyNanos);
    }
  }

  private List<Figure> figures(String words, List<Pair> pairs, boolean tail) {
    List<Figure> figures = new ArrayList<>();
    figures.add(figure(words + ", p50, ms", pairs, 50, tail ? null : Figure.Reach.atMost(REACH)));
    figures.add(figure(words + ", p99, ms", pairs, 99, tail ? Figure.Reach.atMost(REACH) : null));
    for (Pair pair : pairs) {
      figures.add(figure("  " + pair.few().name() + ", p50", List.of(pair), 50, null));
    }
    return figures;
  }

  private Figure figure(String what, List<Pair> pairs, double percent, Figure.Reach reach) {
    List<Double> measured = new ArrayList<>();
    List<Double> reference = new ArrayList<>();
    for (int i = 0; i < effort.repeats(); i++) {
      int repetition = i;
      measured.add(
          millis(pairs.stream().map(pair -> pair.manyNanos().get(repetition)).toList(), percent));
      reference.add(
          millis(pairs.stream().map(pair -> pair.fewNanos().get(repetition)).toList(), percent));
    }
    return new Figure("P4", what, measured, reference, reach);
  }

  private static double millis(List<long[]> nanos, double percent) {
    return Timings.of(nanos.stream().flatMapToLong(LongStream::of).toArray(), 1).millis(percent);
  }
}
