package org.bihuan.dispatch.organisation.leader;

import org.bihuan.dispatch.organisation.span.Ending;

/** What follows for the duties of a leader who changes. */
public interface LeaderDuties {

  /** Duties that are not over by today bear the new name and post. */
  void follow(Leader leader);

  /** Duties that go beyond the end of the time in office end with it. */
  void endWith(Leader leader, Ending ending);
}
