// What winning looks like, as a document to read: each goal with its readings.
import Heading from '@atlaskit/heading';
import { Stack, Text } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import type { GoalView } from '../../../../../src/contract/goals';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { agreementAt } from '../../../../../src/domain/agreement';
import { LiveRegion, useAnnouncer } from '../../../components/live-region';
import { useFormat } from '../../../components/reader';
import { useKnownPeople } from '../../../forge';
import { fill } from '../../../format';
import { project as projectText } from '../../../messages/project';
import { agreement as agreed } from '../../../messages/project-agreement';
import { SettingsWay } from '../settings-way';
import type { Where } from '../use-numbers';
import { AgreementPart } from './agreement-part';
import { GoalArticle } from './goal-article';
import { groupGoals, periodOf } from './goal-list';
import { PeriodNote } from './period-note';
import { periodWords } from './period-words';

const text = projectText.goals;

interface GoalsTabProps {
  where: Where;
  project: OpenProject;
  projectKey: string;
  /** The project as it is after a reading was saved. */
  onProject: (next: OpenProject) => void;
}

/** What was meant for the goals of now, where it is more than there is. */
function SharesNote({ goals }: { goals: readonly GoalView[] }) {
  const format = useFormat();
  const sum = goals.reduce((all, { share = 0 }) => all + share, 0);
  if (sum <= 100) return null;
  return <Text>{fill(agreed.more, { share: format.share(sum / 100) })}</Text>;
}

export function GoalsTab({ where, project, projectKey, onProject }: GoalsTabProps) {
  const format = useFormat();
  const { text: said, say } = useAnnouncer();
  const { goals, may } = project;
  const people = useKnownPeople(
    goals.flatMap(({ readings, withdrawnReadings, ownerAccountId = '' }) => [
      ...[...readings, ...withdrawnReadings].map(({ by }) => by),
      ownerAccountId,
    ]),
  );
  const groups = groupGoals(goals);
  const agreement = agreementAt(project.agreements, project.today);
  const period =
    agreement && agreement.lastDay >= project.today
      ? { from: agreement.firstDay, to: agreement.lastDay }
      : periodOf(groups.active);
  const way = (link: string, ask: string = text.ask) => (
    <SettingsWay projectKey={projectKey} administer={may.administer} link={link} ask={ask} />
  );
  if (goals.length === 0)
    return (
      <SectionMessage title={text.noneTitle}>
        <Stack space="space.100">
          <Text>{text.noneHere}</Text>
          {way(text.first)}
        </Stack>
      </SectionMessage>
    );
  const titled = [
    [text.active, groups.active],
    [text.later, groups.later],
    [text.over, groups.over],
  ] as const;
  return (
    <div style={{ maxWidth: '760px' }}>
      <Stack space="space.300">
        <Stack space="space.050">
          <Heading size="medium" as="h2">
            {text.document}
            {period ? `, ${periodWords(period, format)}` : ''}
          </Heading>
          {may.administer ? way(text.edit) : null}
        </Stack>
        <PeriodNote project={project} projectKey={projectKey} />
        {agreement ? (
          <AgreementPart key={agreement.id} agreement={agreement} project={project} onDone={say} />
        ) : (
          <Text>
            {agreed.nobody} {way(agreed.write, agreed.ask)}
          </Text>
        )}
        <SharesNote goals={groups.active} />
        {titled
          .filter(([, list]) => list.length > 0)
          .map(([title, list]) => (
            <Stack key={title} space="space.150">
              {list === groups.active ? null : (
                <Text weight="semibold" color="color.text.subtle">
                  {title}
                </Text>
              )}
              {list.map((goal) => (
                <GoalArticle
                  key={goal.id}
                  goal={goal}
                  where={where}
                  project={project}
                  people={people}
                  onProject={onProject}
                  onDone={say}
                />
              ))}
            </Stack>
          ))}
      </Stack>
      <LiveRegion text={said} />
    </div>
  );
}
