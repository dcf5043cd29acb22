// What winning looks like, as a document to read: each goal with its readings.
import Heading from '@atlaskit/heading';
import { Stack, Text } from '@atlaskit/primitives/compiled';
import SectionMessage from '@atlaskit/section-message';
import type { OpenProject } from '../../../../../src/contract/procedures';
import { LiveRegion, useAnnouncer } from '../../../components/live-region';
import { useFormat } from '../../../components/reader';
import { useNames } from '../../../forge';
import { fill } from '../../../format';
import { messages } from '../../../messages';
import { SettingsWay } from '../settings-way';
import { GoalArticle } from './goal-article';
import { groupGoals, periodOf } from './goal-list';

const text = messages.project.goals;

interface GoalsTabProps {
  project: OpenProject;
  projectKey: string;
  /** The project as it is after a reading was saved. */
  onProject: (next: OpenProject) => void;
}

export function GoalsTab({ project, projectKey, onProject }: GoalsTabProps) {
  const format = useFormat();
  const { text: said, say } = useAnnouncer();
  const { goals, may } = project;
  const nameOf = useNames(
    goals.flatMap(({ readings, withdrawnReadings }) =>
      [...readings, ...withdrawnReadings].map(({ by }) => by),
    ),
  );
  const groups = groupGoals(goals);
  const period = periodOf(groups.active);
  const way = (link: string) => (
    <SettingsWay projectKey={projectKey} administer={may.administer} link={link} ask={text.ask} />
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
            {period
              ? `, ${fill(text.days, { from: format.day(period.from), to: format.day(period.to) })}`
              : ''}
          </Heading>
          {may.administer ? way(text.edit) : null}
        </Stack>
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
                  project={project}
                  nameOf={nameOf}
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
