import { Image, Space } from 'antd';
import { Link, useParams } from 'react-router';
import type { Answer } from '../api/client';
import { useAnswer } from '../api/use';
import { ActButton } from '../parts/acts';
import { Detail, Section } from '../parts/Detail';
import { Fields } from '../parts/Fields';
import { Photo } from '../parts/photos';
import { CodeTag } from '../parts/show';
import { Beside, Loaded } from '../parts/states';
import { may, usePerson } from '../session/person';
import { useFrameWords, useWords } from '../words';
import { words } from './words';

type Observation = Answer<'inspection', 'getObservation'>;

export default function ObservationPage() {
  const { id = '' } = useParams();
  const observation = useAnswer('inspection', 'getObservation', { path: { id } });
  return <Loaded asked={observation}>{(known) => <Shown observation={known} />}</Loaded>;
}

function Shown({ observation }: { observation: Observation }) {
  const say = useWords(words);
  const frame = useFrameWords();
  const person = usePerson().data;
  const checklist = useAnswer('inspection', 'getChecklist', { path: { id: observation.checklistId } });
  const standard = checklist.data?.items?.[observation.item - 1]?.standard;
  const reportable = observation.outcome === 'FAILED' && !observation.findingId && may(person, ['SPECIAL_TEAM', 'INSPECTOR', 'COMMITTEE_INSPECTOR']);
  return (
    <Detail
      title={standard ? say('itemText', { number: observation.item, standard }) : say('item', { number: observation.item })}
      tags={<CodeTag name="ObservationOutcome" value={observation.outcome} />}
      acts={
        reportable && (
          <ActButton
            primary
            service="inspection"
            operation="reportObservedFinding"
            path={{ id: observation.id }}
            title={say('report')}
            hint={say('reportHint')}
            initial={{ description: observation.note, attachmentIds: observation.attachmentIds }}
          />
        )
      }
    >
      <Beside asked={checklist} />
      <Space wrap size="middle" style={{ marginBottom: 12 }}>
        <Link to={`/mock-evaluations/${observation.evaluationId}`}>{say('evaluations')}</Link>
        <Link to={`/evaluation-checklists/${observation.checklistId}`}>{say('checklists')}</Link>
        {observation.findingId && <Link to={`/findings/${observation.findingId}`}>{say('finding')}</Link>}
      </Space>
      <Fields service="inspection" object="ObservationView" value={observation} fields={['subdistrictCode', 'weight', 'observedAt', 'receivedAt', 'observedBy', 'note']} />
      <Section title={say('photos')}>
        {observation.attachmentIds.length === 0 ? (
          frame('noPhoto')
        ) : (
          <Image.PreviewGroup>
            <Space wrap>
              {observation.attachmentIds.map((id) => (
                <Photo key={id} id={id} size={140} />
              ))}
            </Space>
          </Image.PreviewGroup>
        )}
      </Section>
    </Detail>
  );
}
