// The result of an item that is done: asked for when due, one line when given.
import { useState } from 'react';
import type { GivenResult } from '../../../../src/contract/procedures';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { SMALL } from '../../components/field';
import { Inline, Stack, Text } from '../../components/layout';
import { useFormat } from '../../components/reader';
import { ItemLink } from '../../components/text-link';
import { fill } from '../../format';
import { item } from '../../messages/item';
import { ResultForm } from './result-form';
import type { ResultModel } from './view-model';

const text = item.result;

function Given({ result }: { result: GivenResult }) {
  const format = useFormat();
  return (
    <Stack space="space.050">
      <Text as="p" weight="medium">
        {fill(text.line, {
          result: text[result.result].title,
          evidence: text[result.evidence],
          day: format.day(result.at),
        })}
      </Text>
      {result.note ? <Text as="p">{result.note}</Text> : null}
      {result.written ? null : <span style={SMALL}>{text.unwritten}</span>}
    </Stack>
  );
}

interface ResultSectionProps {
  itemId: string;
  model: Exclude<ResultModel, { stage: 'none' }>;
  mayGive: boolean;
  onGiven: (result: GivenResult) => void;
}

export function ResultSection({ itemId, model, mayGive, onGiven }: ResultSectionProps) {
  const format = useFormat();
  const [asked, setAsked] = useState(false);
  const { stage } = model;
  if (stage === 'parent') {
    const [before, after] = text.onParent.split('{key}');
    return (
      <Text as="p">
        {before}
        <ItemLink itemKey={model.key} />
        {after}
      </Text>
    );
  }
  const asking = mayGive && (asked || stage === 'due');
  const given = stage === 'given' ? model.result : null;
  return (
    <Card>
      <Stack space="space.150">
        {given ? (
          <Given result={given} />
        ) : (
          <Text as="p" weight="medium">
            {stage === 'given'
              ? null
              : fill(text[stage], {
                  day: format.day(model.delivered),
                  check: format.day(model.checkBy),
                })}
          </Text>
        )}
        {asking ? (
          <ResultForm
            itemId={itemId}
            before={given}
            onGiven={(result) => {
              setAsked(false);
              onGiven(result);
            }}
            onLeave={stage === 'due' ? null : () => setAsked(false)}
          />
        ) : null}
        {!mayGive && !given ? <span style={SMALL}>{text.readOnly}</span> : null}
        {mayGive && !asking ? (
          <Inline space="space.100">
            <Button spacing="compact" onClick={() => setAsked(true)}>
              {given ? text.change : text.earlyAction}
            </Button>
          </Inline>
        ) : null}
      </Stack>
    </Card>
  );
}
