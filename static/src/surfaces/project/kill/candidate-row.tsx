// One candidate of the list: why it is here, how old, how large, who asked, and what to decide.
import { useFormat } from '../../../components/reader';
import { SMALL_BLOCK } from '../../../components/table-style';
import { fill } from '../../../format';
import { kill as text } from '../../../messages/project-kill';
import { ItemName } from '../item-name';
import { ageWords, effortWords, longAge, reasonWords } from './decision-words';
import { Choices } from './decide-part';
import { BeforeNote, KillRow, part, type KillRowProps } from './kill-row';
import { PaceBar } from './pace-bar';

export function CandidateRow(props: Omit<KillRowProps, 'children'>) {
  const { candidate, model, project } = props;
  const { key, summary, age, since, reporter, effort } = candidate;
  const format = useFormat();
  const { pace } = project.scan;
  const older = longAge(candidate, format);
  return (
    <KillRow {...props}>
      <div style={part('260px', 4)}>
        <ItemName itemKey={key} summary={summary} />
        <span>{reasonWords(candidate)}</span>
        <BeforeNote candidate={candidate} model={model} />
      </div>
      <div style={part('200px', 3)}>
        <span>{ageWords(candidate, pace, format)}</span>
        <PaceBar age={age} pace={pace} full={model.oldest} width="180px" />
        {older ? <span style={SMALL_BLOCK}>{older}</span> : null}
      </div>
      <div style={part('150px', 2)}>
        <span>{effortWords(effort, model.candidates.list?.unit ?? null, format)}</span>
        <span style={SMALL_BLOCK}>
          {reporter === null ? text.row.nobody : fill(text.row.asked, { name: reporter })}
        </span>
        {since === null ? null : (
          <span style={SMALL_BLOCK}>{fill(text.row.since, { day: format.day(since) })}</span>
        )}
      </div>
      <div style={{ flex: '0 1 auto', minWidth: 0 }}>
        <Choices candidate={candidate} model={model} />
      </div>
    </KillRow>
  );
}
