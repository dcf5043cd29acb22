// Runs before the rest of the page. zod would try `new Function` to learn whether it may compile its
// schemas; Atlassian's content policy refuses that and reports it as a violation.
import { config } from 'zod';

config({ jitless: true });
