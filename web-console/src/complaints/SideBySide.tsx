import { Image, Space, Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Answer } from '../api/client';
import { useAnswer } from '../api/use';
import { moment } from '../parts/moments';
import { Named } from '../parts/names';
import { Photo } from '../parts/photos';
import { CodeTag } from '../parts/show';
import { Beside, Loaded } from '../parts/states';
import { code, useNamesOfReasons } from './reasons';
import type { Complaint } from './acts';
import { Marked } from './Marked';
import { percent } from './SuggestionPanel';
import { useWords } from '../words';
import { words } from './words';

export type Similar = Answer<'intake', 'listSimilarProblems'>['items'][number];

/** A complaint and a problem beside each other: both texts, places, photos, and why they may be the same. */
export function SideBySide({ complaint, problemId, similar, children }: { complaint: Complaint; problemId: string; similar?: Similar; children?: ReactNode }) {
  const say = useWords(words);
  const problem = useAnswer('intake', 'getProblem', { path: { id: problemId } });
  const photos = useAnswer('intake', 'getProblemPhotos', { path: { id: problemId } });
  const common = similar?.reasons.find((reason) => reason.kind === 'TEXT')?.value?.split(/[、,，\s]+/) ?? [];
  return (
    <section aria-label={say('compare')} style={{ border: '1px solid #d9d9d9', borderRadius: 8, padding: 12 }}>
      {similar && <Likeness similar={similar} />}
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))', gap: 16, marginTop: 8 }}>
        <Side
          heading={<>{`${say('complaint')} ${complaint.serial}`}</>}
          title={complaint.subject ?? ''}
          text={<Marked text={complaint.text} words={common} />}
          facts={[
            [say('category'), complaint.categoryCode ? <Named key="c" kind="category" code={complaint.categoryCode} /> : '—'],
            [say('place'), <Where key="p" place={complaint.location} />],
            [say('time'), moment(complaint.receivedAt)],
            [say('channel'), <Named key="ch" kind="channel" code={complaint.channel} />],
          ]}
          photos={complaint.attachmentIds}
        />
        <Loaded asked={problem}>
          {(known) => (
            <Side
              heading={
                <Link to={`/problems/${known.id}`}>
                  {say('problem')} {known.serial}
                </Link>
              }
              title={known.title}
              text={<Marked text={known.description} words={common} />}
              facts={[
                [say('category'), <Named key="c" kind="category" code={known.categoryCode} />],
                [say('place'), <Where key="p" place={known.location} />],
                [say('time'), moment(known.filedAt)],
                [say('status'), <CodeTag key="s" name="ProblemStatus" value={known.status} />],
                [
                  say('complaintsOfIt'),
                  <Link key="n" to={`/complaints?problemId=${known.id}`}>
                    {known.complaints.count}
                  </Link>,
                ],
                [say('unit'), known.responsibleUnit?.name ?? '—'],
              ]}
              photos={photos.data?.before.map((photo) => photo.id) ?? []}
            />
          )}
        </Loaded>
      </div>
      <Beside asked={photos} />
      {children && <div style={{ marginTop: 12 }}>{children}</div>}
    </section>
  );
}

/** Reasons that weigh less say nothing for or against. */
const LITTLE = 0.05;

/** Score, days, metres and the reasons for and against. */
export function Likeness({ similar }: { similar: Similar }) {
  const say = useWords(words);
  const shown = useNamesOfReasons();
  return (
    <Space wrap size={4}>
      <Tag color={similar.verdict === 'WOULD_MERGE' ? 'red' : 'orange'}>
        {code('Verdict', similar.verdict)} {percent(similar.score)}
      </Tag>
      {similar.metres !== null && similar.metres !== undefined && <Tag>{say('metres', { metres: Math.round(similar.metres) })}</Tag>}
      <Tag>{say('daysBetween', { days: similar.days })}</Tag>
      {similar.reasons.map((reason) => (
        <Tag key={reason.kind} color={reason.weight > LITTLE ? 'green' : reason.weight < -LITTLE ? 'red' : undefined}>
          {shown(reason)} {Math.abs(reason.weight) > LITTLE && `${reason.weight > 0 ? '+' : ''}${reason.weight.toFixed(1)}`}
        </Tag>
      ))}
    </Space>
  );
}

interface SideProps {
  heading: ReactNode;
  title: string;
  text: ReactNode;
  facts: [string, ReactNode][];
  photos: string[];
}

function Side({ heading, title, text, facts, photos }: SideProps) {
  return (
    <article style={{ minWidth: 0 }}>
      <h3 style={{ fontSize: 15, margin: '0 0 4px' }}>{heading}</h3>
      <div style={{ fontWeight: 600 }}>{title}</div>
      <p style={{ margin: '4px 0 8px', fontSize: 15 }}>{text}</p>
      <dl style={{ display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '2px 12px', margin: 0 }}>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt style={{ color: '#595959' }}>{name}</dt>
            <dd style={{ margin: 0 }}>{value}</dd>
          </div>
        ))}
      </dl>
      {photos.length > 0 && (
        <Image.PreviewGroup>
          <Space wrap style={{ marginTop: 8 }}>
            {photos.map((id) => (
              <Photo key={id} id={id} size={110} />
            ))}
          </Space>
        </Image.PreviewGroup>
      )}
    </article>
  );
}

export function Where({ place }: { place: Complaint['location'] }) {
  return (
    <>
      {place.subdistrictCode && <Named kind="subdistrict" code={place.subdistrictCode} />} {place.communityCode && <Named kind="community" code={place.communityCode} />}{' '}
      {place.address}
    </>
  );
}
