// The kill rules as they are typed: numbers are text until they are saved.
import type { Rules } from '../../../../../src/domain/rules';

export const AGES = ['warnAfterDays', 'flagAfterDays', 'graceDays'] as const;

/** The ages of one type, as typed. */
export interface TypeAgesForm {
  typeId: string;
  warn: string;
  flag: string;
}

export interface RulesForm extends Record<(typeof AGES)[number], string> {
  scan: boolean;
  agesByType: TypeAgesForm[];
  agendaSize: string;
  /** Empty for what the workflow offers first. */
  killStatus: string;
  /** Empty for none. */
  killResolution: string;
  timeZone: string;
}

export const FIELDS = [
  'scan',
  ...AGES,
  'agesByType',
  'agendaSize',
  'killStatus',
  'killResolution',
  'timeZone',
] as const;

export const sortedAges = (ages: readonly TypeAgesForm[]): TypeAgesForm[] =>
  [...ages].sort((a, b) => a.typeId.localeCompare(b.typeId, 'en', { numeric: true }));

export const fromRules = (rules: Rules): RulesForm => ({
  scan: rules.scan,
  timeZone: rules.timeZone,
  warnAfterDays: String(rules.warnAfterDays),
  flagAfterDays: String(rules.flagAfterDays),
  graceDays: String(rules.graceDays),
  agesByType: sortedAges(
    rules.agesByType.map(({ typeId, warnAfterDays, flagAfterDays }) => ({
      typeId,
      warn: String(warnAfterDays),
      flag: String(flagAfterDays),
    })),
  ),
  agendaSize: String(rules.agendaSize),
  killStatus: rules.kill.statusId ?? '',
  killResolution: rules.kill.resolutionId ?? '',
});

// What is no number becomes NaN, which the schema refuses with a sentence.
const number = (typed: string): number => (typed.trim() === '' ? NaN : Number(typed));

export const toRules = (form: RulesForm): Partial<Rules> => ({
  scan: form.scan,
  timeZone: form.timeZone,
  warnAfterDays: number(form.warnAfterDays),
  flagAfterDays: number(form.flagAfterDays),
  graceDays: number(form.graceDays),
  agesByType: form.agesByType.map(({ typeId, warn, flag }) => ({
    typeId,
    warnAfterDays: number(warn),
    flagAfterDays: number(flag),
  })),
  agendaSize: number(form.agendaSize),
  kill: { statusId: form.killStatus || null, resolutionId: form.killResolution || null },
});
