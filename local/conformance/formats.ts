// Formats that the description names. Jira writes moments with an offset without a colon.
const whole = (bits: number) => ({
  type: 'number' as const,
  validate: (value: number) => Number.isInteger(value) && Math.abs(value) <= 2 ** (bits - 1),
});

const isUri = (text: string): boolean => URL.canParse(text, 'https://example.com');

export const formats = {
  int32: whole(32),
  int64: whole(64),
  double: true,
  binary: true,
  byte: /^[A-Za-z0-9+/]*=*$/,
  uri: isUri,
  url: isUri,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/,
} as const;
