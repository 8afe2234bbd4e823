/** Signals: how serious one starts, and the one question it opens. */

import type { Severity } from '@/lib/cases/severity.rules'
import { type CodeOf, vocabulary } from '@/lib/shared/vocabulary'

const CRITICAL = new Set([
  'suicide_attempt',
  'suicide_risk',
  'self_harm',
  'thirst_strike',
  'sexual_violence',
  'death',
])
const SERIOUS = new Set([
  'hunger_strike',
  'use_of_force',
  'ill_treatment_allegation',
  'minor_detained',
  'trafficking_suspected',
  'medical_neglect',
  'pregnancy',
  'missed_deadline',
])

/** The severity a signal starts with. When life or integrity may be at stake the form errs upwards; the visitor can lower it. */
export const startingSeverity = (signal: string): Severity => {
  if (CRITICAL.has(signal)) return 'critical'
  return SERIOUS.has(signal) ? 'serious' : 'watch'
}

export const QUESTIONS = vocabulary('detention.questions', [
  'plan',
  'strike',
  'isolation',
  'force',
  'care',
  'minor',
  'family',
  'trafficking',
  'deadline',
  'other',
])
export type Question = CodeOf<typeof QUESTIONS>

const ASKED: Readonly<Record<string, Question>> = {
  self_harm: 'plan',
  suicide_attempt: 'plan',
  suicide_risk: 'plan',
  hunger_strike: 'strike',
  thirst_strike: 'strike',
  isolation_disciplinary: 'isolation',
  isolation_security: 'isolation',
  isolation_medical: 'isolation',
  use_of_force: 'force',
  ill_treatment_allegation: 'force',
  sexual_violence: 'force',
  medical_neglect: 'care',
  pregnancy: 'care',
  minor_detained: 'minor',
  family_separation: 'family',
  trafficking_suspected: 'trafficking',
  no_lawyer: 'deadline',
  missed_deadline: 'deadline',
}

/** The one question a signal opens: what a colleague has to know to act the same day. */
export const questionOf = (signal: string): Question => ASKED[signal] ?? 'other'
