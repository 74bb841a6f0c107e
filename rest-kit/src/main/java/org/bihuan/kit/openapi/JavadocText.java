package org.bihuan.kit.openapi;

import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentVisitor;
import com.github.therapi.runtimejavadoc.Link;
import com.github.therapi.runtimejavadoc.Value;
import java.util.Optional;

/** A Javadoc comment as one line of Markdown. */
final class JavadocText implements CommentVisitor {

  private final StringBuilder text = new StringBuilder();

  private JavadocText() {}

  /** The comment as a sentence, or nothing when there is none. */
  static Optional<String> of(Comment comment) {
    JavadocText markdown = new JavadocText();
    comment.visit(markdown);
    String line =
        markdown
            .text
            .toString()
            .replaceAll("<[^>]+>", " ")
            .replace("[brief]", "")
            .replace("[public]", "")
            .replaceAll("\\s+", " ")
            .replaceAll(" ([.,;:)])", "$1")
            .strip();
    return line.isEmpty()
        ? Optional.empty()
        : Optional.of(Character.toUpperCase(line.charAt(0)) + line.substring(1));
  }

  @Override
  public void commentText(String value) {
    text.append(value);
  }

  @Override
  public void inlineLink(Link link) {
    text.append('`').append(link.getLabel().replaceFirst("^.*[.#]", "")).append('`');
  }

  @Override
  public void inlineTag(String name, String value) {
    text.append('`').append(value).append('`');
  }

  @Override
  public void inlineValue(Value value) {
    text.append('`').append(value.getReferencedMemberName()).append('`');
  }
}
