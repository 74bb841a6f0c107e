package org.bihuan.intake.recognition.learning;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.bihuan.intake.recognition.Scope;

/**
 * Learns a model from lessons and hints with LIBLINEAR (ADR 0043). The same input gives the same
 * model. A thousand messages take some ten seconds of one processor.
 */
public final class Training {

  /** In so many parts: each is recognised by what was learned from the others. */
  private static final int FOLDS = 5;

  /** How hard it tries to have each lesson right [ours, by cross-validation]. */
  private static final double COST = 0.5;

  private static final double PRECISION = 0.01;
  private static final int SEED = 20261129;

  /** A message that two categories fit teaches the one that was chosen twice, the other once. */
  private static final int CHOSEN = 2;

  private final List<Hint> categories;
  private final List<Hint> bodies;

  public Training(List<Hint> categories, List<Hint> bodies) {
    this.categories = List.copyOf(categories);
    this.bodies = List.copyOf(bodies);
  }

  /** A text in numbers with what it is. */
  private record Example(Map<String, Double> counts, String label) {}

  /**
   * What was made of a message not learned from; {@code truth} -1 when nothing taught its label.
   */
  private record Heard(double[] sums, int truth) {}

  /** How one classifier is taught. */
  private record Course(
      Predicate<Lesson> takes,
      Function<Lesson, String> label,
      Function<Lesson, String> second,
      List<Hint> hints) {}

  /**
   * Learns from lessons of both scopes, some with a category and some with an intent.
   *
   * @return the model; none where no piece of text is in so many lessons that it would be known
   */
  public Optional<Model> learn(String version, List<Lesson> lessons) {
    List<Lesson> shuffled = new ArrayList<>(lessons);
    Collections.shuffle(shuffled, new Random(SEED));
    List<Map<String, Double>> counts =
        shuffled.stream().map(one -> TextFeatures.of(one.subject(), one.text())).toList();
    Vocabulary vocabulary = Vocabulary.of(counts);
    if (vocabulary.size() == 0) {
      return Optional.empty();
    }
    Function<Course, Classifier> teacher = course -> teach(course, shuffled, counts, vocabulary);
    return Optional.of(model(version, lessons.size(), vocabulary, teacher));
  }

  private Model model(
      String version, int lessons, Vocabulary vocabulary, Function<Course, Classifier> teacher) {
    return new Model(
        version,
        lessons,
        vocabulary,
        teacher.apply(
            new Course(
                one -> one.scope() != Scope.UNCLEAR,
                one -> one.scope().name(),
                one -> "",
                List.of())),
        teacher.apply(
            new Course(Lesson::hasCategory, Lesson::category, Lesson::alternative, categories)),
        teacher.apply(
            new Course(
                one -> one.scope() == Scope.OTHER_BODY && !one.body().isEmpty(),
                Lesson::body,
                one -> "",
                bodies)),
        teacher.apply(
            new Course(
                one -> one.intent() != null, one -> one.intent().name(), one -> "", List.of())));
  }

  private Classifier teach(
      Course course,
      List<Lesson> lessons,
      List<Map<String, Double>> counts,
      Vocabulary vocabulary) {
    List<Integer> taken =
        IntStream.range(0, lessons.size())
            .filter(i -> course.takes().test(lessons.get(i)))
            .boxed()
            .toList();
    List<Heard> heard = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int held = fold;
      List<Integer> rest =
          IntStream.range(0, taken.size())
              .filter(i -> i % FOLDS != held)
              .mapToObj(taken::get)
              .toList();
      Classifier part = solve(examples(course, rest, lessons, counts), vocabulary, 1);
      for (int i = fold; i < taken.size(); i += FOLDS) {
        int one = taken.get(i);
        double[] sums = part.sums(vocabulary.vector(counts.get(one)));
        heard.add(new Heard(sums, part.labels().indexOf(course.label().apply(lessons.get(one)))));
      }
    }
    return solve(examples(course, taken, lessons, counts), vocabulary, sharpness(heard));
  }

  private static List<Example> examples(
      Course course, List<Integer> taken, List<Lesson> lessons, List<Map<String, Double>> counts) {
    List<Example> examples = new ArrayList<>();
    for (int i : taken) {
      Lesson lesson = lessons.get(i);
      for (int time = 0; time < CHOSEN; time++) {
        examples.add(new Example(counts.get(i), course.label().apply(lesson)));
      }
      String second = course.second().apply(lesson);
      if (!second.isEmpty()) {
        examples.add(new Example(counts.get(i), second));
      }
    }
    for (Hint hint : course.hints()) {
      for (String phrase : hint.phrases()) {
        examples.add(new Example(TextFeatures.of(phrase, phrase), hint.code()));
      }
    }
    return examples;
  }

  private static Classifier solve(List<Example> examples, Vocabulary vocabulary, double sharpness) {
    List<String> labels = examples.stream().map(Example::label).distinct().sorted().toList();
    return new Classifier(labels, weights(examples, labels, vocabulary), sharpness);
  }

  private static float[][] weights(
      List<Example> examples, List<String> labels, Vocabulary vocabulary) {
    Problem problem = new Problem();
    problem.l = examples.size();
    problem.n = vocabulary.size();
    problem.x =
        examples.stream()
            .map(one -> features(vocabulary.vector(one.counts())))
            .toArray(Feature[][]::new);
    problem.y = examples.stream().mapToDouble(one -> labels.indexOf(one.label())).toArray();
    Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC, COST, PRECISION);
    parameter.setWeights(
        IntStream.range(0, labels.size()).mapToDouble(label -> balance(problem, label)).toArray(),
        IntStream.range(0, labels.size()).toArray());
    Linear.disableDebugOutput();
    de.bwaldvogel.liblinear.Model learned = Linear.train(problem, parameter);
    return byLabel(learned, labels.size(), vocabulary.size());
  }

  /** Labels that are seldom taught weigh as much as all together. */
  private static double balance(Problem problem, int label) {
    double own = Arrays.stream(problem.y).filter(one -> one == label).count();
    double labels = Arrays.stream(problem.y).distinct().count();
    return own == 0 ? 1 : problem.l / labels / own;
  }

  private static Feature[] features(Vocabulary.Vector vector) {
    return IntStream.range(0, vector.features().length)
        .mapToObj(i -> new FeatureNode(vector.features()[i] + 1, vector.values()[i]))
        .toArray(Feature[]::new);
  }

  /** LIBLINEAR keeps one row for two labels: what speaks for one speaks against the other. */
  private static float[][] byLabel(
      de.bwaldvogel.liblinear.Model learned, int labels, int features) {
    float[][] weights = new float[labels][features];
    double[] rows = learned.getFeatureWeights();
    int[] order = learned.getLabels();
    int width = order.length == 2 ? 1 : order.length;
    for (int feature = 0; feature < features; feature++) {
      for (int row = 0; row < width; row++) {
        weights[order[row]][feature] = (float) rows[feature * width + row];
      }
      if (order.length == 2) {
        weights[order[1]][feature] = -weights[order[0]][feature];
      }
    }
    return weights;
  }

  /** Makes what was seen on messages not learned from the likeliest. */
  private static double sharpness(List<Heard> heard) {
    double best = 1;
    double least = Double.POSITIVE_INFINITY;
    for (double sharpness = 0.2; sharpness <= 12; sharpness += 0.05) {
      double surprise = 0;
      for (Heard one : heard) {
        double share = one.truth() < 0 ? 0 : Classifier.shares(one.sums(), sharpness)[one.truth()];
        surprise -= Math.log(Math.max(share, 1e-6));
      }
      if (surprise < least) {
        least = surprise;
        best = sharpness;
      }
    }
    return best;
  }
}
