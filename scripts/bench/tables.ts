// The tables that are filled, with the columns that are written, and what their cells are made of.
import { randomBytes } from 'node:crypto'
import type { DataKey } from '@/lib/crypto/envelope'
import { kidOf, wrap } from '@/lib/crypto/keyring'
import type { Day } from '@/lib/shared/dates'
import type { Sink } from './copy'
import { idOf, KIND } from './organisation'

export const TABLES = {
  case_file:
    'id code kind status risk secrecy team_id worker_id opened_on closed_on closure_reason next_step_cipher next_step_revision next_step_on last_seen_on last_contact_on unseen_on silence_on created_by created_at',
  person: 'id code sex interpreter_need created_by created_at',
  person_name: 'id person_id kind text cipher said_on created_at',
  age_claim: 'id person_id basis age_years as_of born_earliest born_latest created_at',
  nationality: 'id person_id country certainty created_at',
  case_person: 'case_id person_id role team_id secrecy',
  case_member: 'id case_id staff_id kind valid_from added_by team_id secrecy',
  place_stay: 'id case_id person_id place_id since until created_at team_id secrecy',
  encounter:
    'id visit_id case_id person_id place_id met_on position outcome note_cipher author_id created_at team_id secrecy',
  encounter_item: 'encounter_id kind code case_id team_id secrecy',
  signal: 'id encounter_id case_id code severity raised_by raised_at answered_by answered_at team_id secrecy',
  note: 'id case_id kind happened_on body_cipher author_id created_at team_id secrecy',
  consent:
    'id case_id person_id purpose recipient scopes answer asked_on language interpreter form given_by is_minor created_by created_at team_id secrecy',
  wrapped_key: 'id holder_kind holder_id kid wrapped',
} as const
export type Sinks = Readonly<Record<keyof typeof TABLES, Sink>>

/** Noon of a day, as a moment. */
export const at = (day: Day): string => `${day} 12:00:00+00`

/** A data key of a file or a person, wrapped as field encryption would. */
export const openKey = (
  kind: 'file' | 'person',
  id: string,
  index: number,
  part: number,
  sinks: Sinks,
): DataKey => {
  const key = { id: idOf(KIND.key, index, part), bytes: randomBytes(32) }
  const wrapped = wrap(key.bytes, `${kind}:${id}:${key.id}`)
  sinks.wrapped_key.row([key.id, kind, id, kidOf(wrapped), wrapped])
  return key
}

/** A code that looks drawn and is counted. */
export const codeOf = (n: number): string => {
  const letters = '23456789CDFGHJKLMNPQRTVWX'
  let rest = (n * 7919 + 12_345_678) % 25 ** 7
  let code = ''
  for (let i = 0; i < 7; i++) {
    code = letters.charAt(rest % 25) + code
    rest = Math.floor(rest / 25)
  }
  return `${code.slice(0, 3)}-${code.slice(3)}`
}
