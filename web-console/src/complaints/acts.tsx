import type { ReactNode } from 'react';
import type { Answer } from '../api/client';
import { ActButton } from '../parts/acts';
import { ProblemPicker } from '../problems/ProblemPicker';
import { useWords } from '../words';
import { words } from './words';

export type Complaint = Answer<'intake', 'getComplaint'>;
type Forms = Partial<Record<string, (title: string, first: boolean) => ReactNode>>;

/** The forms of what may be done with a complaint, by its `allowedActions`. */
export function useComplaintForms(complaint: Complaint, version: string | undefined, onDone?: () => void): Forms {
  const say = useWords(words);
  const same = { service: 'intake' as const, path: { id: complaint.id }, version, onDone };
  const { address, subdistrictCode, communityCode } = complaint.location;
  const best = complaint.categoryCode ?? complaint.suggestions[0]?.code;
  return {
    FILE: (title, primary) => (
      <ActButton {...same} operation="fileComplaint" title={title} primary={primary} hint={say('fileHint')} initial={{ categoryCode: best, title: complaint.subject }} />
    ),
    MERGE: (title) => (
      <ActButton
        {...same}
        operation="mergeComplaint"
        title={title}
        hint={say('mergeHint')}
        changes={{ problemId: { label: say('problem'), control: <ProblemPicker /> } }}
        initial={complaint.likelyProblemId ? { problemId: complaint.likelyProblemId } : {}}
      />
    ),
    SPLIT: (title) => <ActButton {...same} operation="splitComplaint" title={title} hint={say('splitHint')} />,
    CORRECT: (title) => (
      <ActButton {...same} operation="correctComplaint" title={title} initial={{ categoryCode: complaint.categoryCode, address, subdistrictCode, communityCode }} />
    ),
    HAND_OVER: (title) => (
      <ActButton
        {...same}
        operation="handOverComplaint"
        title={title}
        initial={complaint.recognised?.likelyBodyCode ? { bodyCode: complaint.recognised.likelyBodyCode } : {}}
      />
    ),
    REJECT: (title) => <ActButton {...same} operation="rejectComplaint" title={title} danger />,
    WITHDRAW: (title) => <ActButton {...same} operation="withdrawComplaint" title={title} hint={say('withdrawHint')} danger />,
  };
}
