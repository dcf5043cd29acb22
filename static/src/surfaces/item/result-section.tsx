// The result of an item that is done: asked for when due, one line when given, what was said before
// folded. Where the parent carries the sentence, its result.
import { useEffect, useRef, useState } from 'react';
import type { ResultView } from '../../../../src/contract/procedures';
import type { Day } from '../../../../src/domain/days';
import type { Result } from '../../../../src/domain/item';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { SMALL } from '../../components/field';
import { Inline, Stack, Text } from '../../components/layout';
import { useFormat } from '../../components/reader';
import { ResultForm } from '../../components/result/result-form';
import { ResultHistory } from '../../components/result/result-history';
import { oftenLine, peopleIn, type NameOf } from '../../components/result/said-words';
import type { SavedResult } from '../../components/result/form-state';
import { useResultForm } from '../../forge/use-result-form';
import { hasTypedResult } from '../../forge/typed-result';
import { ItemLink } from '../../components/text-link';
import { useNames } from '../../forge';
import { fill, type Format } from '../../format';
import { item } from '../../messages/item';
import { result as words } from '../../messages/result';
import { ResultGiven } from './result-given';
import type { ItemModel, ResultModel } from './view-model';

const text = item.result;

function OnParent({ itemKey, result }: { itemKey: string; result: Result | null }) {
  const format = useFormat();
  const sentence = result
    ? fill(text.onParent[result.result], {
        evidence: words.evidence[result.evidence],
        day: format.day(result.at),
      })
    : text.onParent.none;
  const [before, after] = sentence.split('{key}');
  return (
    <Text as="p">
      {before}
      <ItemLink itemKey={itemKey} />
      {after}
    </Text>
  );
}

/** How often it was put off, and whether Jira knows the last day. */
function postponedLines(kept: ResultView | null, format: Format): string[] {
  const last = kept?.later.at(-1);
  if (!kept || !last) return [];
  const often = oftenLine(kept, format) ?? text.postponed[kept.later.length] ?? '';
  return last.written || kept.given ? [often] : [often, text.unwrittenDay];
}

interface ResultSectionProps {
  itemId: string;
  model: ItemModel;
  onSaved: (saved: SavedResult) => void;
  /** What somebody else said stands. */
  onTheirs: (theirs: ResultView | null) => void;
}

interface AskProps extends ResultSectionProps {
  delivered: Day;
  nameOf: NameOf;
  /** Null where the question is shown anyway. */
  onLeave: (() => void) | null;
  onClose: () => void;
  takesFocus: boolean;
}

function Ask(props: AskProps) {
  const { itemId, model, delivered, nameOf, onLeave, onSaved, onTheirs, onClose } = props;
  const bet = { goal: model.goal ?? null, delivered, today: model.today };
  const form = useResultForm({ itemId, kept: model.kept, bet, onSaved, onTheirs });
  const place = useRef<HTMLDivElement>(null);
  const [isAsked] = useState(props.takesFocus);
  useEffect(() => {
    // Who asked for the questions goes on in them.
    if (isAsked) place.current?.querySelector<HTMLElement>('input:checked, input')?.focus();
  }, [isAsked]);
  return (
    <div ref={place}>
      <ResultForm form={form} bet={bet} nameOf={nameOf} onLeave={onLeave} onClose={onClose} />
    </div>
  );
}

type Open = Extract<ResultModel, { stage: 'early' | 'due' }>;

function head({ stage, delivered, checkBy }: Open, isAsking: boolean, format: Format): string {
  const words = stage === 'due' && isAsking ? text.asked : text[stage];
  return fill(words, { day: format.day(delivered), check: format.day(checkBy) });
}

export function ResultSection(props: ResultSectionProps) {
  const { itemId, model, onSaved, onTheirs } = props;
  const { result, kept, mayGiveResult } = model;
  const format = useFormat();
  const nameOf = useNames(kept ? peopleIn(kept) : []);
  const [asked, setAsked] = useState<'no' | 'asked' | 'closed' | 'back'>(() =>
    hasTypedResult(itemId) ? 'back' : 'no',
  );
  const isAsked = asked === 'asked' || asked === 'back';
  const button = useRef<HTMLButtonElement>(null);
  const returns = useRef(false);
  const delivered = 'delivered' in result ? result.delivered : null;
  const mayGive = mayGiveResult && delivered !== null;
  const isAsking = mayGive && (isAsked || (result.stage === 'due' && asked !== 'closed'));
  useEffect(() => {
    // After the questions have gone, their focus would be lost.
    if (!isAsking && returns.current) button.current?.focus();
    returns.current = isAsking;
  }, [isAsking]);
  if (result.stage === 'none') return null;
  if (result.stage === 'parent') return <OnParent itemKey={result.key} result={result.result} />;
  const said = result.stage === 'given' ? result.said : null;
  const over = () => setAsked('no');
  return (
    <Card>
      <Stack space="space.150">
        {said ? (
          <ResultGiven said={said} kept={kept} unit={model.goal?.unit ?? null} nameOf={nameOf} />
        ) : (
          <Stack space="space.050">
            <Text as="p" weight="medium">
              {result.stage === 'given' ? null : head(result, isAsking, format)}
            </Text>
            {postponedLines(kept, format).map((line) => (
              <span key={line} style={SMALL}>
                {line}
              </span>
            ))}
          </Stack>
        )}
        {isAsking ? (
          <Ask
            {...props}
            delivered={delivered}
            nameOf={nameOf}
            onLeave={result.stage === 'due' ? null : over}
            onClose={() => setAsked('closed')}
            takesFocus={asked === 'asked'}
            onSaved={(saved) => {
              over();
              onSaved(saved);
            }}
            onTheirs={(theirs) => {
              over();
              onTheirs(theirs);
            }}
          />
        ) : null}
        {kept ? <ResultHistory view={kept} nameOf={nameOf} /> : null}
        {!mayGiveResult && !said ? <span style={SMALL}>{text.readOnly}</span> : null}
        {mayGive && !isAsking ? (
          <Inline space="space.100">
            <Button ref={button} spacing="compact" onClick={() => setAsked('asked')}>
              {said ? text.change : text.earlyAction}
            </Button>
          </Inline>
        ) : null}
      </Stack>
    </Card>
  );
}
