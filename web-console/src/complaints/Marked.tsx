/** A text with the words in common marked. */
export function Marked({ text, words }: { text: string; words: string[] }) {
  const known = words.filter((word) => word.length > 0).sort((a, b) => b.length - a.length);
  const parts = known.length > 0 ? text.split(new RegExp(`(${known.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`)) : [text];
  return (
    <span style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {parts.map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))}
    </span>
  );
}
