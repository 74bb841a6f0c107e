import type { Service } from '../api/client';
import { moment } from '../parts/moments';
import { Named, namedKind } from '../parts/names';
import { code, label, language, useFrameWords } from '../words';

/** What is worth reading of a fact; ids, hashes and what stands beside it are not. */
const SHOWN = [
  'title', 'serial', 'complaintSerial', 'problemSerial', 'intoProblemSerial', 'orderSerial', 'categoryCode', 'deadlineClass', 'sourceKind', 'channel', 'subdistrictCode', 'place',
  'leadUnit', 'unit', 'jointUnits', 'dueAt', 'until', 'planDate', 'reason', 'cause', 'decision', 'outcome', 'level', 'axis', 'urgency', 'summary', 'resultSummary', 'text', 'note', 'opinion',
  'bodyCode', 'resolved', 'satisfaction', 'way', 'why', 'week', 'rows',
];

const CODES: Record<string, string> = { reason: 'UnassignedReason', cause: 'SuspensionCause', outcome: 'RecheckOutcome', way: 'FeedbackWay', why: 'ErasureCause', level: 'EscalationLevel', axis: 'EscalationAxis', decision: 'RequestDecision' };

/** The content of a fact in words, whichever service has told it. */
export function Content({ kind, content }: { kind: string; content: unknown }) {
  const frame = useFrameWords();
  const value = parsed(content);
  const service = kind.split('.')[0] as Service;
  const parts = SHOWN.map((field) => [field, shown(field, value[field])] as const).filter(([, text]) => text !== undefined);
  return (
    <span>
      {parts.map(([field, text]) => (
        <span key={field} style={{ marginInlineEnd: 12, overflowWrap: 'anywhere' }}>
          <span style={{ color: '#595959' }}>{label(['dispatch', 'inspection'].includes(service) ? service : 'intake', undefined, field)}：</span>
          {typeof text === 'boolean' ? frame(text ? 'yes' : 'no') : text}
        </span>
      ))}
    </span>
  );
}

function parsed(content: unknown): Record<string, unknown> {
  try {
    return ((typeof content === 'string' ? JSON.parse(content) : content) ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function shown(field: string, value: unknown) {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) {
    return undefined;
  }
  if (typeof value === 'boolean') {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((one) => (typeof one === 'object' ? String((one as { name?: string }).name ?? '') : String(one))).join('、') || undefined;
  }
  if (typeof value === 'object') {
    const { name, address } = value as { name?: string; address?: string };
    return name ?? address ?? undefined;
  }
  const text = String(value);
  const named = namedKind(field);
  if (named) {
    return <Named kind={named} code={text} />;
  }
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) {
    return moment(text);
  }
  if (/^[A-Z][A-Z0-9_]+$/.test(text)) {
    const name = code(CODES[field] ?? field.charAt(0).toUpperCase() + field.slice(1), text);
    // A code that nobody has given a Chinese name yet says nothing to its reader.
    return name === text && language() === 'zh' ? undefined : name;
  }
  return text;
}
