import { Image, Space } from 'antd';
import { Link, useParams } from 'react-router';
import type { Answer } from '../api/client';
import { useAnswer } from '../api/use';
import { Detail, Section } from '../parts/Detail';
import { Fields } from '../parts/Fields';
import { Photo } from '../parts/photos';
import { Loaded, Nothing } from '../parts/states';
import { useFrameWords, useWords } from '../words';
import { words } from './words';

type Finding = Answer<'inspection', 'getFinding'>;

export default function FindingPage() {
  const { id = '' } = useParams();
  const finding = useAnswer('inspection', 'getFinding', { path: { id } });
  return <Loaded asked={finding}>{(known) => <Shown finding={known} />}</Loaded>;
}

function Shown({ finding }: { finding: Finding }) {
  const say = useWords(words);
  const frame = useFrameWords();
  const links = [
    finding.problemId && { to: `/problems/${finding.problemId}`, text: say('problem') },
    finding.itemId && { to: `/order-items/${finding.itemId}`, text: say('item') },
    finding.inspectionId && { to: `/inspections/${finding.inspectionId}`, text: say('inspections') },
    finding.observationId && { to: `/evaluation-observations/${finding.observationId}`, text: say('observation') },
  ].filter((link) => !!link);
  return (
    <Detail
      title={finding.title}
      acts={links.map((link) => (
        <Link key={link.to} to={link.to}>
          {link.text}
        </Link>
      ))}
    >
      <Fields
        service="inspection"
        object="FindingView"
        value={finding}
        columns={2}
        fields={['description', 'categoryCode', 'place', 'stop', 'foundAt', 'reportedAt', 'reportedBy', 'leadUnit', 'orderSerial']}
      />
      <Section title={say('photos')}>
        <Photos ids={finding.attachmentIds} none={frame('noPhoto')} />
      </Section>
      <Section title={say('decision')}>
        {finding.decision ? (
          <Fields service="inspection" object="DecisionView" value={finding.decision} columns={2} fields={['text', 'responsibleUnit', 'dueOn', 'decidedAt']} />
        ) : (
          <Nothing text={say('noDecision')} />
        )}
      </Section>
    </Detail>
  );
}

function Photos({ ids, none }: { ids: string[]; none: string }) {
  return ids.length === 0 ? (
    none
  ) : (
    <Image.PreviewGroup>
      <Space wrap>
        {ids.map((id) => (
          <Photo key={id} id={id} size={140} />
        ))}
      </Space>
    </Image.PreviewGroup>
  );
}
