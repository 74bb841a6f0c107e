package org.bihuan.kit.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;

/**
 * The size of a text in characters, as the database and the descriptions count them: one outside
 * the basic plane, such as most emoji, is one and not two. Found as a service of the validator.
 */
public class SizeInCharacters implements ConstraintValidator<Size, String> {

  private int least;
  private int most;

  @Override
  public void initialize(Size size) {
    least = size.min();
    most = size.max();
  }

  @Override
  public boolean isValid(String text, ConstraintValidatorContext context) {
    if (text == null) {
      return true;
    }
    int length = text.codePointCount(0, text.length());
    return length >= least && length <= most;
  }
}
