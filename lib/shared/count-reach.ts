import { type CodeOf, vocabulary } from './vocabulary'

/** Whose files are counted: one's own, those of the offices one leads, those of the whole organisation (docs/adr/0136). */
export const COUNT_REACHES = vocabulary('reporting.reaches', ['own', 'team', 'organisation'])
export type CountReach = CodeOf<typeof COUNT_REACHES>
