// What can be decided about one candidate: four choices, and the form of the one that is taken.
import { Button } from '../../../components/button';
import { Inline, Text } from '../../../components/layout';
import { SMALL } from '../../../components/field';
import { fill } from '../../../format';
import { kill as text } from '../../../messages/project-kill';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { DECISION_KINDS, type DecisionKind } from '../../../../../src/domain/decision';
import type { Candidate } from '../gather/kill-list';
import type { Where } from '../use-numbers';
import { countedEffort } from './agenda';
import { startForm } from './decision-input';
import { DecisionForm } from './decision-form';
import { FixPart } from './fix/fix-part';
import type { KillModel } from './use-kill';

export interface DecideProps {
  candidate: Candidate;
  model: KillModel;
  project: OpenProject;
  where: Where;
}

interface ChoicesProps extends Pick<DecideProps, 'candidate' | 'model'> {
  isLarge?: boolean;
  /** What the choices are called. */
  words?: Record<'kinds' | 'kindLabel', Record<DecisionKind, string>>;
}

/** The four choices, or why there are none. */
export function Choices({ candidate, model, isLarge = false, words = text }: ChoicesProps) {
  const { id, key } = candidate;
  const barrier = model.barrierOf(candidate);
  // Said once above the list where it holds for all of it.
  if (barrier === 'member' || (barrier === 'locked' && model.bars !== null)) return null;
  if (barrier === 'reading') return <span style={SMALL}>{text.row.reading}</span>;
  if (barrier === 'locked') return <span style={SMALL}>{text.row.locked}</span>;
  return (
    <div data-choices role="group" aria-label={fill(text.row.choose, { key })}>
      <Inline space="space.050">
        {DECISION_KINDS.map((kind) => (
          <Button
            key={kind}
            spacing={isLarge ? 'default' : 'compact'}
            label={fill(words.kindLabel[kind], { key })}
            onClick={() => model.ask(id, kind)}
          >
            {words.kinds[kind]}
          </Button>
        ))}
      </Inline>
    </div>
  );
}

/** The form of what is being decided about this item; nothing while it is not asked about. */
export function AskedForm(props: DecideProps & { onLeave: () => void; onDecided: () => void }) {
  const { candidate, model, project, where, onLeave, onDecided } = props;
  const { id, key } = candidate;
  const { asked } = model;
  if (asked?.id !== id || model.barrierOf(candidate) !== null) return null;
  if (asked.choice === 'fix')
    return (
      <FixPart
        candidate={candidate}
        project={project}
        where={where}
        rev={model.revOf(id)}
        onFixed={(mended) => {
          model.fixed(mended);
          onDecided();
        }}
        onCancel={onLeave}
      />
    );
  return (
    <>
      <DecisionForm
        kind={asked.choice}
        itemKey={key}
        effort={countedEffort(candidate)}
        today={project.today}
        presets={model.presets}
        start={model.typed.get(id) ?? startForm(project.today, model.entryOf(id))}
        onType={(draft) => model.typed.set(id, draft)}
        onDecide={(decision) => {
          if (model.decide(candidate, decision)) onDecided();
        }}
        onCancel={onLeave}
      />
      {model.draft.isFull && !model.entryOf(id) ? (
        <Text as="p">{fill(text.form.full, { count: model.draft.entries.length })}</Text>
      ) : null}
    </>
  );
}
